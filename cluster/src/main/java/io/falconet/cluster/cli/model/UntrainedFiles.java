package io.falconet.cluster.cli.model;

import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.data.Normalisation;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.Configuration;
import io.falconet.evaluator.export.ConfigurationFormat;
import io.falconet.evaluator.export.ModelDescription;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Network;
import io.falconet.space.zoo.ZooNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What can be made of a model that nobody trained: its weights are random. Files are made when they are asked for, since
 * large models hold hundreds of megabytes.
 */
public record UntrainedFiles(Model model, ZooNetwork built) {
    /** What is run on the regions that the model proposes. */
    public static final String SECOND_STAGE = "second-stage.onnx";

    private static final long SEED = 0;

    /** The files of a model that tells so many classes apart. */
    public static UntrainedFiles of(Model model, int classes) {
        return new UntrainedFiles(model, Requests.check(() -> model.build(model.image(), classes)));
    }

    /** The content of each file by name. Only detectors have a configuration, which says how boxes are read. */
    Map<String, Supplier<byte[]>> contents() {
        MadeFiles made = new MadeFiles(() -> built, this::properties, network -> Weights.initial(network, SEED));
        Map<String, Supplier<byte[]>> contents = new LinkedHashMap<>(made.contents());
        secondStage().ifPresent(stage -> contents.putAll(made.contents(stage)));
        if (built.format().isPresent()) {
            contents.put(ProducedArtifact.CONFIGURATION, this::configuration);
        }
        contents.put(ProducedArtifact.WEIGHTS, this::weights);
        return contents;
    }

    /** The model for any number of images at a time: {@link ProducedArtifact#ONNX} is for one. */
    public byte[] anyBatch() {
        Network network = built.network();
        return OnnxWriter.anyBatch().write(network, OnnxWriter.outputs(network), Weights.initial(network, SEED));
    }

    private Map<String, String> properties() {
        return detector().map(detector -> description(detector).properties()).orElse(Map.of());
    }

    private byte[] configuration() {
        return new ConfigurationFormat()
                .write(new Configuration(description(detector().orElseThrow())));
    }

    private byte[] weights() {
        Weights first = Weights.initial(built.network(), SEED);
        return secondStage()
                .map(stage -> first.with(Weights.initial(stage, SEED).tensors()))
                .orElse(first)
                .save();
    }

    private Optional<Network> secondStage() {
        return built.format().flatMap(DetectionFormat::secondStage);
    }

    private Optional<Detector> detector() {
        return built.format().map(format -> new Detector(built.network(), format));
    }

    private ModelDescription description(Detector detector) {
        List<String> names = IntStream.range(0, detector.format().classes())
                .mapToObj(index -> "class" + index)
                .toList();
        return ModelDescription.of(model.decisions(), detector, names, Normalisation.IMAGENET);
    }
}
