package io.falconet.evaluator.export.ncnn;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A layer, a line of the text.
 *
 * @param type ncnn's name of what it computes
 * @param name unique within the model
 * @param inputs names of the blobs read
 * @param outputs names of the blobs produced
 */
record Layer(String type, String name, List<String> inputs, List<String> outputs, List<Parameter> parameters) {
    /** The type of the layers that bring in what the model reads. */
    static final String INPUT = "Input";

    /** The longest name that ncnn reads. */
    private static final int LONGEST = 255;

    Layer {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        parameters = List.copyOf(parameters);
        Stream.concat(Stream.of(name), Stream.concat(inputs.stream(), outputs.stream()))
                .forEach(Layer::check);
    }

    /** Whether what it produces comes from outside. */
    boolean isInput() {
        return type.equals(INPUT);
    }

    /** The layer between other blobs. */
    Layer between(List<String> read, List<String> produced) {
        return new Layer(type, name, read, produced, parameters);
    }

    String line() {
        return Stream.of(
                        Stream.of("%-24s %-40s %d %d".formatted(type, name, inputs.size(), outputs.size())),
                        inputs.stream(),
                        outputs.stream(),
                        parameters.stream().map(Parameter::text))
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }

    private static void check(String name) {
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "ncnn's names are words of at most %d characters, found \"%s\". Maybe rename that node, or --to onnx."
                            .formatted(LONGEST, name));
        }
    }
}
