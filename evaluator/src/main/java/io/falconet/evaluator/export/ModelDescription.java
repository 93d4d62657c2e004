package io.falconet.evaluator.export;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.evaluator.data.NetworkInput;
import io.falconet.evaluator.data.Normalisation;
import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import io.falconet.space.space.Architecture;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one needs to know to use a detector, and to build it again.
 *
 * @param architecture canonical text, which builds the network
 * @param networkId identity of that network
 * @param classes names, by class index
 * @param input what the network reads
 * @param outputs what it gives, finest first
 * @param decoding how the outputs are read as objects
 * @param postprocessing which of these are told; files of earlier releases do not say, and mean what the family does
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ModelDescription(
        String architecture,
        String networkId,
        List<String> classes,
        Input input,
        List<Output> outputs,
        Decoding decoding,
        Optional<Postprocessing> postprocessing) {
    public ModelDescription {
        postprocessing = postprocessing == null ? Optional.empty() : postprocessing;
        classes = List.copyOf(classes);
        outputs = List.copyOf(outputs);
    }

    /**
     * What a network reads: N×3×height×width floats, {@code (value - mean) / deviation} of each colour from 0 to 255. An
     * image of another shape is scaled with its aspect kept and lies at the top left; the rest is filled with the padding.
     *
     * @param name the tensor's name
     * @param colours their order along the channel axis
     * @param padding of each colour from 0 to 255; files of earlier releases have none, and mean the mean
     */
    public record Input(
            String name,
            int width,
            int height,
            String colours,
            List<Float> mean,
            List<Float> deviation,
            List<Integer> padding) {
        public Input {
            mean = List.copyOf(mean);
            deviation = List.copyOf(deviation);
            padding = padding == null ? mean.stream().map(Math::round).toList() : List.copyOf(padding);
        }

        static Input of(Shape image, Normalisation normalisation) {
            List<Normalisation.Channel> colours =
                    IntStream.range(0, 3).mapToObj(normalisation::channel).toList();
            return new Input(
                    OnnxWriter.INPUT,
                    image.width(),
                    image.height(),
                    "RGB",
                    colours.stream().map(Normalisation.Channel::mean).toList(),
                    colours.stream().map(Normalisation.Channel::deviation).toList(),
                    colours.stream().map(Normalisation.Channel::padding).toList());
        }

        /**
         * The same, as images are prepared by it.
         *
         * @throws IllegalArgumentException if it reads other colours than RGB
         */
        public NetworkInput prepared() {
            if (!colours.equals("RGB") || mean.size() != 3 || deviation.size() != 3 || padding.size() != 3) {
                throw new IllegalArgumentException(
                        "A model that reads RGB was expected, found %s. Maybe export it again.".formatted(colours));
            }
            List<Normalisation.Channel> channels = IntStream.range(0, 3)
                    .mapToObj(c -> new Normalisation.Channel(mean.get(c), deviation.get(c), padding.get(c)))
                    .toList();
            return new NetworkInput(
                    width, height, new Normalisation(channels.get(0), channels.get(1), channels.get(2)));
        }
    }

    /**
     * What one level gives.
     *
     * @param name the tensor's name
     * @param stride pixels of the input that a cell covers along a side
     * @param channels values a cell
     */
    public record Output(String name, int stride, int channels, int rows, int columns) {
        static List<Output> of(Detector detector) {
            List<Node> nodes = detector.network().outputNodes();
            List<String> names = OnnxWriter.outputs(detector);
            return IntStream.range(0, nodes.size())
                    .mapToObj(index -> of(
                            names.get(index),
                            // formats with several outputs a level give one level after the other
                            detector.format()
                                    .strides()
                                    .get(index * detector.format().strides().size() / nodes.size()),
                            nodes.get(index).shape()))
                    .toList();
        }

        private static Output of(String name, int stride, Shape shape) {
            return new Output(name, stride, shape.channels(), shape.height(), shape.width());
        }
    }

    /**
     * How outputs are read.
     *
     * @param facts the name of the {@code format}, then what this detector chose where the format leaves a choice. For
     *     {@code gfl}, class logits, then for left, top, right and bottom a distribution over the distances 0 … regMax, in
     *     strides from the cell's {@code prior}, these are {@code regMax} and {@code prior}; for {@code anchor} the
     *     {@code sides} and for each of the {@code levels} the anchors, which may have been found in the data. The type of
     *     each format says more
     */
    public record Decoding(@JsonValue Map<String, Object> facts) {
        private static final ObjectMapper JSON = withoutNetworks();

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Decoding {
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }

        /** A second stage is a file of its own. */
        private static ObjectMapper withoutNetworks() {
            ObjectMapper mapper = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
            mapper.configOverride(Network.class).setIsIgnoredType(true);
            return mapper;
        }

        static Decoding of(DetectionFormat format) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("format", name(format));
            facts.putAll(JSON.convertValue(format, new TypeReference<Map<String, Object>>() {}));
            // both are told with the classes and the outputs
            facts.keySet().removeAll(Set.of("classes", "strides"));
            return new Decoding(facts);
        }

        /** The format again, given those of its facts that are told elsewhere. */
        DetectionFormat format(Class<? extends DetectionFormat> type, int classes, List<Integer> strides) {
            Map<String, Object> all = new LinkedHashMap<>(facts);
            all.put("classes", classes);
            all.put("strides", strides);
            return JSON.convertValue(all, type);
        }

        /** Such as {@code gfl} for the type GflFormat. */
        private static String name(DetectionFormat format) {
            return format.getClass().getSimpleName().replaceFirst("Format$", "").toLowerCase(Locale.ROOT);
        }
    }

    /** Describes a detector. The names of its classes come from the data that it was trained on. */
    public static ModelDescription of(
            Architecture architecture, Detector detector, List<String> classes, Normalisation normalisation) {
        if (classes.size() != detector.format().classes()) {
            throw new IllegalArgumentException("The detector tells %d classes apart, found %d names."
                    .formatted(detector.format().classes(), classes.size()));
        }
        return new ModelDescription(
                architecture.text(),
                detector.network().id(),
                classes,
                Input.of(detector.network().input(), normalisation),
                Output.of(detector),
                Decoding.of(detector.format()),
                Postprocessing.of(detector));
    }

    /**
     * The detector that was described, given the one that its architecture builds: what training fitted to the data, such
     * as anchors, is as it was stored.
     *
     * @throws IllegalArgumentException if another network was built
     */
    public Detector restore(Detector built) {
        if (!built.network().id().equals(networkId)) {
            throw new IllegalArgumentException(
                    "Network %s was expected, found %s. Maybe it was built for other classes or by another version of Falconet."
                            .formatted(networkId, built.network().id()));
        }
        if (built.format().secondStage().isPresent()) {
            return built; // its parts are networks, which are not stored as facts
        }
        DetectionFormat format = decoding.format(
                built.format().getClass(), classes.size(), built.format().strides());
        return new Detector(built.network(), format);
    }

    /** The same facts by name, for the metadata of a model's own file: enough to use it without any other. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("architecture", architecture);
        properties.put("network", networkId);
        properties.put("classes", commas(classes));
        properties.put("colours", input.colours());
        properties.put("mean", commas(input.mean()));
        properties.put("deviation", commas(input.deviation()));
        properties.put("padding", commas(input.padding()));
        properties.put("strides", commas(outputs.stream().map(Output::stride).toList()));
        decoding.facts().forEach((fact, value) -> properties.put(fact, value.toString()));
        return properties;
    }

    private static String commas(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
