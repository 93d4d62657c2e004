package io.falconet.space.yolo.yaml;

import io.falconet.space.graph.Activation;
import io.falconet.space.problem.ModelFileException;
import io.falconet.space.problem.Problem;
import io.falconet.space.problem.Spelling;
import io.falconet.space.yaml.YamlDocument;
import io.falconet.space.yaml.YamlSection;
import io.falconet.space.yaml.YamlValue;
import io.falconet.space.yolo.TorchActivations;
import io.falconet.space.yolo.YoloAnchors;
import io.falconet.space.yolo.YoloDialect;
import io.falconet.space.yolo.YoloRow;
import io.falconet.space.yolo.YoloSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads layer lists. All problems of a file are reported at once, each with its line and a remedy, so that a list that was
 * read can be built.
 *
 * <pre>{@code
 * nc: 80
 * depth_multiple: 0.33
 * width_multiple: 0.25
 * activation: nn.SiLU()        # optional: the dialect's
 * dialect: yolov5              # optional: the first that has all modules
 * anchors:
 *   - [10,13, 16,30, 33,23]
 *   …
 * backbone:
 *   [[-1, 1, Conv, [64, 6, 2, 2]],
 *    …
 * head:
 *   [[-1, 1, Conv, [512, 1, 1]],
 *    …
 *    [[17, 20, 23], 1, Detect, [nc, anchors]]]
 * }</pre>
 */
public final class YoloYamlReader {
    private static final YamlDocument LIST =
            new YamlDocument("a layer list", "start with nc: 80 on a line, depth_multiple: 1.0 on the next.");

    private final List<Problem> problems = new ArrayList<>();

    private YoloYamlReader() {}

    /**
     * Reads a file.
     *
     * @throws ModelFileException if the file is not there or anything in it is wrong, with all that is wrong
     */
    public static YoloSpec read(Path file) throws ModelFileException {
        try {
            return read(Files.readString(file), file.toString());
        } catch (NoSuchFileException missing) {
            throw unreadable(file, "there is none", "Maybe the path is misspelled.");
        } catch (IOException broken) {
            throw unreadable(file, "it cannot be read as text (" + broken + ")", "Maybe it is no yaml file.");
        }
    }

    /**
     * Reads a file's text.
     *
     * @param source what the file is called where its problems are told
     * @throws ModelFileException if anything in it is wrong, with all that is wrong
     */
    public static YoloSpec read(String text, String source) throws ModelFileException {
        YoloYamlReader reader = new YoloYamlReader();
        Optional<YoloSpec> spec = LIST.read(text, reader.problems).flatMap(reader::spec);
        if (!reader.problems.isEmpty()) {
            throw new ModelFileException(source, reader.problems);
        }
        return spec.orElseThrow();
    }

    private Optional<YoloSpec> spec(YamlSection root) {
        int classes = root.count("nc", 1, "80");
        double depth = root.require("depth_multiple", "1.0")
                .flatMap(YamlValue::positive)
                .orElse(1.0);
        double width = root.require("width_multiple", "1.0")
                .flatMap(YamlValue::positive)
                .orElse(1.0);
        root.find("ch").flatMap(value -> value.whole(3, 3));
        YoloAnchors anchors = root.require("anchors", "3")
                .flatMap(value -> new AnchorForm(value).anchors())
                .orElse(YoloAnchors.count(1));
        RowList backbone = RowList.of(root.require("backbone", "[[-1, 1, Conv, [64, 6, 2, 2]]]"), 0);
        RowList head = RowList.of(root.require("head", "[[[17, 20, 23], 1, Detect, [nc, anchors]]]"), backbone.next());
        YoloDialect dialect = root.find("dialect")
                .map(this::dialect)
                .orElseGet(() -> YoloDialects.of(backbone.modules(), head.modules()));
        Activation activation =
                root.find("activation").flatMap(this::activation).orElse(dialect.activation());
        root.close();
        YoloSpec scale = new YoloSpec(
                dialect, classes, depth, width, anchors, activation, List.of(), List.of(YoloRow.detect(-1)));
        RowCheck check = new RowCheck(scale, problems);
        backbone.forEach(check::check);
        head.forEach(check::check);
        return problems.isEmpty() ? new WholeCheck(backbone, head, problems).spec(scale) : Optional.empty();
    }

    private YoloDialect dialect(YamlValue value) {
        List<String> known =
                Arrays.stream(YoloDialect.values()).map(YoloDialect::label).toList();
        String label = value.text().orElse("");
        return YoloDialect.named(label).orElseGet(() -> {
            value.problem(
                    "dialect is one of %s, found %s.".formatted(String.join(", ", known), label),
                    Spelling.maybe(label, known));
            return YoloDialect.YOLOV5;
        });
    }

    private Optional<Activation> activation(YamlValue value) {
        String text = value.text().orElse("");
        Optional<Activation> activation = TorchActivations.read(text);
        if (activation.isEmpty()) {
            List<String> known = TorchActivations.known();
            value.problem(
                    "activation is one of %s, found %s.".formatted(String.join(", ", known), text),
                    Spelling.maybe(text, known));
        }
        return activation;
    }

    private static ModelFileException unreadable(Path file, String found, String remedy) {
        return new ModelFileException(
                file.toString(),
                List.of(new Problem(
                        0, "A layer list was expected at " + file.toAbsolutePath() + ", " + found + ".", remedy)));
    }
}
