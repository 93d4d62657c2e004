package io.falconet.evaluator.verify;

import io.falconet.evaluator.detect.yolo.Anchor;
import io.falconet.evaluator.detect.yolo.AnchorGrid;
import io.falconet.evaluator.detect.yolo.AnchorLevel;
import io.falconet.evaluator.detect.yolo.AnchorMatcher;
import io.falconet.evaluator.detect.yolo.Match;
import io.falconet.evaluator.detect.yolo.Target;
import io.falconet.evaluator.detect.yolo.YoloGains;
import io.falconet.evaluator.detect.yolo.YoloLoss;
import io.falconet.evaluator.detect.yolo.YoloLossValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** Checks YOLOv5's loss and the assignment of anchors on which it rests. */
final class YoloChecks {
    private static final String PREDICTIONS = "pred";

    private YoloChecks() {}

    static List<Verdict> loss(Section section) {
        Section hyperparameters = section.at("hyp");
        if (hyperparameters.number("fl_gamma") != 0) {
            throw new VectorException(
                    "Expected %s of 0, found %s. Maybe the reference was trained with focal loss, which we do not have."
                            .formatted(hyperparameters.part("fl_gamma"), hyperparameters.number("fl_gamma")));
        }
        AnchorMatcher matcher = new AnchorMatcher((float) hyperparameters.number("anchor_t"));
        Outputs outputs = Outputs.read(section);
        List<Target> targets = targets(section);
        YoloLossValue value = new YoloLoss(outputs.grid(), matcher, gains(section, hyperparameters))
                .compute(outputs.values(), outputs.images(), targets);
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(section.compare("loss_total_times_bs", value.total()));
        verdicts.add(section.compare("lbox", value.box()));
        verdicts.add(section.compare("lobj", value.objectness()));
        verdicts.add(section.compare("lcls", value.classes()));
        for (Section expected : section.list("build_targets")) {
            AnchorLevel level = outputs.grid().levels().get(expected.integer("level"));
            verdicts.addAll(matches(expected, level, matcher.match(level, targets)));
        }
        return verdicts;
    }

    private static YoloGains gains(Section section, Section hyperparameters) {
        return new YoloGains(
                hyperparameters.number("box"),
                hyperparameters.number("obj"),
                hyperparameters.number("cls"),
                hyperparameters.number("obj_pw"),
                hyperparameters.number("cls_pw"),
                Arrays.stream(section.numbers("balance")).boxed().toList());
    }

    private static List<Target> targets(Section section) {
        float[] rows = section.floats("targets");
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i + 5 < rows.length; i += 6) {
            targets.add(
                    new Target((int) rows[i], (int) rows[i + 1], rows[i + 2], rows[i + 3], rows[i + 4], rows[i + 5]));
        }
        return targets;
    }

    private static List<Verdict> matches(Section expected, AnchorLevel level, List<Match> found) {
        double[] anchors = found.stream()
                .map(match -> level.anchors().get(match.anchor()))
                .flatMapToDouble(
                        anchor -> DoubleStream.of(anchor.width() / level.stride(), anchor.height() / level.stride()))
                .toArray();
        double[] boxes = found.stream()
                .map(Match::box)
                .flatMapToDouble(box -> DoubleStream.of(box.x(), box.y(), box.width(), box.height()))
                .toArray();
        return List.of(
                expected.compareExactly("b", integers(found, Match::image)),
                expected.compareExactly("a", integers(found, Match::anchor)),
                expected.compareExactly("gj", integers(found, Match::row)),
                expected.compareExactly("gi", integers(found, Match::column)),
                expected.compareExactly("tcls", integers(found, Match::classIndex)),
                expected.compare("tbox", boxes),
                expected.compare("anchors_grid", anchors));
    }

    private static int[] integers(List<Match> matches, ToIntFunction<Match> property) {
        return matches.stream().mapToInt(property).toArray();
    }

    /** Raw outputs, which the vector describes in words. */
    private record Outputs(AnchorGrid grid, int images, float[][] values) {
        private static final Pattern SHAPE = Pattern.compile("\\((\\d+),\\s*(\\d+),\\s*s,\\s*s,\\s*(\\d+)\\)");
        private static final Pattern SIDES = Pattern.compile("s=(\\d+(?:,\\d+)*)");
        private static final Pattern IMAGE = Pattern.compile("image (\\d+)");
        private static final Pattern TENSOR = Pattern.compile("k=1000003\\+(\\d+)\\+level");
        private static final Pattern MODEL = Pattern.compile("model yolov5[nsmlx] anchors");

        static Outputs read(Section section) {
            var shape = section.match(PREDICTIONS, SHAPE, "a shape (IMAGES,ANCHORS,s,s,CHANNELS)");
            List<Integer> sides = FilledInput.integers(section.match(PREDICTIONS, SIDES, "the maps' sides as s=A,B,C")
                    .group(1));
            int pixels = Integer.parseInt(section.match(PREDICTIONS, IMAGE, "the input's side as image N")
                    .group(1));
            int tensor = Integer.parseInt(
                    section.match(PREDICTIONS, TENSOR, "k=1000003+N+level").group(1));
            section.match(PREDICTIONS, MODEL, "the anchors of a YOLOv5 with strides 8, 16 and 32");
            int images = Integer.parseInt(shape.group(1));
            int anchors = Integer.parseInt(shape.group(2));
            int channels = Integer.parseInt(shape.group(3));
            List<AnchorLevel> levels = new ArrayList<>();
            float[][] values = new float[sides.size()][];
            for (int i = 0; i < values.length; i++) {
                int side = sides.get(i);
                List<Anchor> sizes = AnchorGrid.COCO_ANCHORS.get(i).subList(0, anchors);
                levels.add(new AnchorLevel(pixels / side, side, side, sizes));
                float[] filled = FillRule.input(
                        FilledInput.FIRST_TENSOR + tensor + i, images * anchors * side * side * channels);
                values[i] = Layout.channelsFirst(filled, images * anchors, side * side, channels);
            }
            return new Outputs(new AnchorGrid(channels - 5, levels), images, values);
        }
    }
}
