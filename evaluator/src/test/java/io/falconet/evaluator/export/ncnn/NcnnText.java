package io.falconet.evaluator.export.ncnn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The text of a model, read as ncnn reads it.
 *
 * @param counts the numbers of layers and blobs that it announces
 */
record NcnnText(List<Integer> counts, List<Line> layers) {
    /** A layer. Parameters that are lists are left as they are. */
    record Line(String type, String name, List<String> inputs, List<String> outputs, Map<Integer, String> parameters) {
        static Line of(String text) {
            String[] words = text.split(" +");
            int outputs = 4 + Integer.parseInt(words[2]);
            int parameters = outputs + Integer.parseInt(words[3]);
            Map<Integer, String> byKey = new LinkedHashMap<>();
            for (int i = parameters; i < words.length; i++) {
                String[] parts = words[i].split("=");
                assertThat(byKey.put(Integer.parseInt(parts[0]), parts[1])).isNull();
                assertThat(parts[1].split(","))
                        .allSatisfy(value -> assertThat(value).hasSizeLessThanOrEqualTo(15));
            }
            return new Line(
                    words[0],
                    words[1],
                    List.of(words).subList(4, outputs),
                    List.of(words).subList(outputs, parameters),
                    byKey);
        }

        private long number(int key) {
            return Long.parseLong(parameters.get(key));
        }

        /** How many bytes of the other file ncnn reads for the layer. */
        long bytes() {
            return switch (type) {
                case "Convolution", "ConvolutionDepthWise", "Deconvolution", "DeconvolutionDepthWise" ->
                    4 + 4 * (number(6) + number(5) * number(0));
                case "InnerProduct" -> 4 + 4 * (number(2) + number(1) * number(0));
                case "BatchNorm" -> 16 * number(0);
                case "GroupNorm" -> 8 * number(1);
                case "LayerNorm" -> 8 * number(0);
                case "MemoryData" -> 4 * number(0) * number(1) * number(2);
                default -> 0;
            };
        }
    }

    static NcnnText of(NcnnModel model) {
        List<String> lines = model.param().lines().toList();
        assertThat(lines.get(0)).isEqualTo("7767517");
        List<Integer> counts = IntStream.range(0, 2)
                .mapToObj(i -> Integer.valueOf(lines.get(1).split(" ")[i]))
                .toList();
        return new NcnnText(counts, lines.stream().skip(2).map(Line::of).toList());
    }

    List<String> types() {
        return layers.stream().map(Line::type).toList();
    }

    /** What ncnn expects of any model; the outputs are blobs that no layer reads. */
    static NcnnText assertSound(NcnnModel model, List<String> outputs) {
        NcnnText text = of(model);
        Set<String> names = new HashSet<>();
        Set<String> produced = new HashSet<>();
        Set<String> waiting = new HashSet<>();
        for (Line layer : text.layers()) {
            assertThat(names.add(layer.name())).as(layer.name()).isTrue();
            for (String input : layer.inputs()) {
                assertThat(waiting.remove(input))
                        .as("%s of %s", input, layer.name())
                        .isTrue();
            }
            for (String output : layer.outputs()) {
                assertThat(produced.add(output)).as(output).isTrue();
                waiting.add(output);
            }
        }
        assertThat(text.counts()).containsExactly(text.layers().size(), produced.size());
        assertThat(waiting).containsAll(outputs);
        assertThat(text.layers().stream().mapToLong(Line::bytes).sum()).isEqualTo(model.bin().length);
        return text;
    }
}
