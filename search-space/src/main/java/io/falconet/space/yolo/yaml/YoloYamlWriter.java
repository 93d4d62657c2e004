package io.falconet.space.yolo.yaml;

import io.falconet.space.block.AnchorFormat.Anchor;
import io.falconet.space.graph.Activation;
import io.falconet.space.yolo.CustomModules;
import io.falconet.space.yolo.TorchActivations;
import io.falconet.space.yolo.YoloDialect;
import io.falconet.space.yolo.YoloRow;
import io.falconet.space.yolo.YoloSpec;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes layer lists as yaml that {@link YoloYamlReader} reads back equal and that YOLOv5 reads as well once it has the
 * modules which the comment on top names.
 */
public final class YoloYamlWriter {
    private static final int COMMENTS = 48;

    private YoloYamlWriter() {}

    /**
     * The file's text.
     *
     * @param title what the list is, for the first lines
     */
    public static String write(YoloSpec spec, String title) {
        StringBuilder text = new StringBuilder();
        Stream.concat(title.lines(), customs(spec))
                .forEach(line -> text.append("# ").append(line).append('\n'));
        text.append("\nnc: ").append(spec.classes()).append("  # number of classes\n");
        text.append("depth_multiple: ").append(spec.depthMultiple()).append("  # repeats\n");
        text.append("width_multiple: ").append(spec.widthMultiple()).append("  # channels\n");
        if (spec.dialect() != YoloDialect.YOLOV5) {
            text.append("dialect: ").append(spec.dialect().label()).append("  # whose modules are meant\n");
        }
        if (spec.activation() != Activation.SILU || spec.dialect().activation() != Activation.SILU) {
            text.append("activation: ")
                    .append(TorchActivations.text(spec.activation()))
                    .append('\n');
        }
        anchors(spec, text);
        rows("backbone", spec.backbone(), 0, text);
        rows("head", spec.head(), spec.backbone().size(), text);
        return text.toString();
    }

    private static Stream<String> customs(YoloSpec spec) {
        List<CustomModules.Module> customs = CustomModules.of(spec);
        if (customs.isEmpty()) {
            return Stream.of("Needs no custom modules: all are YOLOv5's.");
        }
        String names = customs.stream().map(CustomModules.Module::name).collect(Collectors.joining(", "));
        boolean sharing = spec.rows().stream().anyMatch(row -> row.sharing().isPresent());
        return Stream.of(
                        Stream.of("Needs custom modules beyond YOLOv5's: " + names + "."),
                        customs.stream().map(custom -> "  " + custom.name() + custom.meaning()),
                        Stream.of("  'weights of 12' as the last argument: the row uses the weights of row 12")
                                .filter(line -> sharing))
                .flatMap(lines -> lines);
    }

    private static void anchors(YoloSpec spec, StringBuilder text) {
        if (spec.anchors().levels().isEmpty()) {
            text.append("anchors: ").append(spec.anchors().perLevel()).append('\n');
            return;
        }
        text.append("anchors:\n");
        for (List<Anchor> level : spec.anchors().levels()) {
            text.append(level.stream()
                    .map(anchor -> plain(anchor.width()) + "," + plain(anchor.height()))
                    .collect(Collectors.joining(", ", "  - [", "]\n")));
        }
    }

    private static void rows(String key, List<YoloRow> rows, int first, StringBuilder text) {
        text.append('\n').append(key).append(":\n  # [from, number, module, args]\n  [\n");
        for (int i = 0; i < rows.size(); i++) {
            String row = "    %s,".formatted(row(rows.get(i)));
            text.append(row)
                    .append(" ".repeat(Math.max(1, COMMENTS - row.length())))
                    .append("# ")
                    .append(first + i)
                    .append('\n');
        }
        text.append("  ]\n");
    }

    private static String row(YoloRow row) {
        String from = row.from().size() == 1
                ? row.from().get(0).toString()
                : row.from().toString();
        return "[%s, %d, %s, %s]".formatted(from, row.number(), row.module(), argument(row.args()));
    }

    private static String argument(Object argument) {
        if (argument instanceof List<?> list) {
            return list.stream().map(YoloYamlWriter::argument).collect(Collectors.joining(", ", "[", "]"));
        }
        if (argument instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        String text = argument.toString();
        return argument instanceof Number || text.matches("None|nc|anchors") ? text : "'" + text + "'";
    }

    /** A whole number without a point. */
    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
