package io.falconet.evaluator.verify;

import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.thundernet.FeatureMaps;
import io.falconet.evaluator.detect.thundernet.HardNegatives;
import io.falconet.evaluator.detect.thundernet.PsRoiAlign;
import io.falconet.evaluator.detect.thundernet.Region;
import io.falconet.evaluator.detect.thundernet.RegionAnchors;
import io.falconet.evaluator.detect.thundernet.SmoothL1;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Checks what ThunderNet adds to the other families: region anchors, losses, region pooling. */
final class ThunderNetChecks {
    private static final String SIGMA = "sigma";

    private ThunderNetChecks() {}

    /**
     * Checks the anchors of a region proposal network.
     *
     * @param vector that gives them, with ratios and scales beside them
     * @param key of the boxes
     * @param base side of the square that they come from
     */
    static Verdict anchors(Section vector, String key, int base) {
        List<Double> ratios = Arrays.stream(vector.numbers("ratios")).boxed().toList();
        List<Double> scales = Arrays.stream(vector.numbers("scales")).boxed().toList();
        return vector.compare(key, Boxes.edges(new RegionAnchors(base, ratios, scales).boxes()));
    }

    static List<Verdict> smoothL1(Section section) {
        float[] predictions = section.floats("pred");
        float[] targets = section.floats("target");
        int rows = section.list("pred").size();
        Section results = section.at("result_mean_over_rows_of_sum");
        List<Verdict> verdicts = new ArrayList<>();
        results.node().fieldNames().forEachRemaining(key -> {
            if (key.startsWith(SIGMA)) {
                double sigma = Double.parseDouble(key.substring(SIGMA.length()));
                SmoothL1 loss = new SmoothL1(sigma, section.number("inside"), section.number("outside"));
                verdicts.add(
                        results.compare(key, loss.mean(predictions, targets, rows, new float[predictions.length])));
            } else {
                verdicts.add(results.unknown(key));
            }
        });
        return verdicts;
    }

    static List<Verdict> hardNegatives(Section section) {
        int[] labels = section.integers("labels");
        boolean[] objects = new boolean[labels.length];
        IntStream.range(0, labels.length).forEach(i -> objects[i] = labels[i] > 0);
        boolean[] chosen = new HardNegatives(section.integer("neg_pos_ratio")).choose(section.floats("loss"), objects);
        return List.of(
                section.compareExactly("mask", integers(chosen)),
                section.compareExactly(
                        "num_pos", IntStream.of(integers(objects)).sum()));
    }

    private static int[] integers(boolean[] flags) {
        return IntStream.range(0, flags.length).map(i -> flags[i] ? 1 : 0).toArray();
    }

    static List<Verdict> psRoiAlign(Section section) {
        FilledInput input = FilledInput.in(section, "input");
        List<Integer> shape = input.shape();
        FeatureMaps maps = new FeatureMaps(shape.get(1), shape.get(2), shape.get(3), input.values());
        List<Region> regions = regions(section);
        int[] expected = section.integers("out_shape");
        int bins = expected[expected.length - 1];
        PsRoiAlign align = new PsRoiAlign(bins, PsRoiAlign.STANDARD.samples(), (float) section.number("spatial_scale"));
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(section.compareExactly("out_shape", regions.size(), maps.channels() / (bins * bins), bins, bins));
        verdicts.addAll(new StoredOutput(section).compare(align.forward(maps, regions)));
        return verdicts;
    }

    private static List<Region> regions(Section section) {
        float[] rows = section.floats("rois");
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i + 4 < rows.length; i += 5) {
            regions.add(new Region((int) rows[i], new Box(rows[i + 1], rows[i + 2], rows[i + 3], rows[i + 4])));
        }
        return regions;
    }
}
