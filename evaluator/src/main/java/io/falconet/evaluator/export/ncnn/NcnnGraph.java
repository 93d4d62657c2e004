package io.falconet.evaluator.export.ncnn;

import io.falconet.space.graph.Shape;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An ncnn model under construction. Layers read values by name, any number of times; {@link Blobs} hold them once it is
 * built.
 */
final class NcnnGraph {
    /** The first line of every text. */
    private static final String MAGIC = "7767517";

    private final List<Layer> layers = new ArrayList<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();

    /** The parameters by which layers say the shape of a map. */
    static Parameter[] sides(Shape shape) {
        return new Parameter[] {
            Parameter.number(0, shape.width()),
            Parameter.number(1, shape.height()),
            Parameter.number(2, shape.channels())
        };
    }

    /** Appends the layer that is an input of the model, and returns the value's name. */
    String input(String name, Shape shape) {
        return layer(Layer.INPUT, name, List.of(), sides(shape));
    }

    /** Appends a layer that gives the same values another shape, and returns their new name. */
    String reshape(String name, String value, Shape shape) {
        return layer("Reshape", name, List.of(value), sides(shape));
    }

    /** Appends a layer that produces one value, which takes its name, and returns that name. */
    String layer(String type, String name, List<String> inputs, Parameter... parameters) {
        layers.add(new Layer(type, name, inputs, List.of(name), List.of(parameters)));
        return name;
    }

    /** Appends a layer that produces several values, and returns their names. */
    List<String> layer(String type, String name, List<String> inputs, List<String> produced, Parameter... parameters) {
        layers.add(new Layer(type, name, inputs, produced, List.of(parameters)));
        return produced;
    }

    /** Appends a kernel of the layer appended last: ncnn reads its precision first, and 0 stands for 32-bit floats. */
    void kernel(float[] numbers) {
        values.writeBytes(new byte[Integer.BYTES]);
        plain(numbers);
    }

    /** Appends other values of the layer appended last. */
    void plain(float[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        values.writeBytes(bytes.array());
    }

    /** Makes a value an output of the model. */
    void output(String name, String value) {
        outputs.put(name, value);
    }

    /** The model's files. */
    NcnnModel build() {
        Blobs blobs = new Blobs(layers, outputs);
        List<Layer> written = new ArrayList<>();
        for (Layer layer : layers) {
            written.add(layer.between(
                    layer.inputs().stream().map(blobs::next).toList(),
                    layer.outputs().stream().map(blobs::produced).toList()));
            layer.outputs().forEach(value -> blobs.split(value).ifPresent(written::add));
        }
        return new NcnnModel(text(written), values.toByteArray());
    }

    private static String text(List<Layer> layers) {
        Set<String> blobs = new HashSet<>();
        for (Layer layer : layers) {
            for (String blob : layer.outputs()) {
                if (!blobs.add(blob)) {
                    throw new IllegalArgumentException(
                            "Blobs of ncnn need names of their own, found %s twice. Maybe rename the node of that name."
                                    .formatted(blob));
                }
            }
        }
        return Stream.concat(
                        Stream.of(MAGIC, layers.size() + " " + blobs.size()),
                        layers.stream().map(Layer::line))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
