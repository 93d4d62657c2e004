package io.falconet.evaluator.verify;

import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.gfl.BoxLoss;
import io.falconet.evaluator.detect.gfl.DistanceDistribution;
import io.falconet.evaluator.detect.gfl.QualityFocal;
import java.util.List;
import java.util.stream.IntStream;

/** Checks the parts of the generalised focal loss, and the mean of a distance's distribution. */
final class GflChecks {
    private GflChecks() {}

    static List<Verdict> quality(Section section) {
        if (section.number("beta") != 2) {
            throw new VectorException(
                    "Expected %s of 2, found %s. Maybe the reference was run with other parameters than NanoDet's."
                            .formatted(section.part("beta"), section.number("beta")));
        }
        float[] logits = section.floats("pred");
        int[] labels = section.integers("label");
        float[] scores = section.floats("score");
        int classes = logits.length / labels.length;
        double[] losses = new double[labels.length];
        float[] unused = new float[1];
        for (int i = 0; i < logits.length; i++) {
            int row = i / classes;
            losses[row] += i % classes == labels[row]
                    ? QualityFocal.object(logits[i], scores[row], unused, 0, 1)
                    : QualityFocal.background(logits[i], unused, 0, 1);
        }
        return List.of(section.compare("per_row", losses));
    }

    static List<Verdict> distances(Section section) {
        float[] logits = section.floats("pred");
        float[] labels = section.floats("label");
        int bins = logits.length / labels.length;
        double[] losses = IntStream.range(0, labels.length)
                .mapToDouble(row -> new DistanceDistribution(logits, row * bins, 1, bins).focalLoss(labels[row]))
                .toArray();
        return List.of(section.compare("per_row", losses));
    }

    static List<Verdict> overlaps(Section section) {
        List<Box> first = Boxes.read(section.floats("b1"));
        List<Box> second = Boxes.read(section.floats("b2"));
        double[] giou = IntStream.range(0, first.size())
                .mapToDouble(i -> new BoxLoss(first.get(i), second.get(i)).giou())
                .toArray();
        double[] iou = IntStream.range(0, first.size())
                .mapToDouble(i -> first.get(i).iou(second.get(i)))
                .toArray();
        return List.of(section.compare("giou", giou), section.compare("iou", iou));
    }

    /** The mean of each distribution of an input: images x cells x (sides x bins). */
    static List<Verdict> integral(Section vector) {
        int bins = vector.at("constructor").integers("args")[0] + 1;
        Section input = vector.list("inputs").get(0);
        int size = 1;
        for (int side : input.integers("shape")) {
            size = Math.multiplyExact(size, side);
        }
        float[] logits = FillRule.input(input.integer("k"), size);
        float[] means = new float[size / bins];
        for (int i = 0; i < means.length; i++) {
            means[i] = new DistanceDistribution(logits, i * bins, 1, bins).mean();
        }
        return new StoredOutput(vector.list("outputs").get(0)).compare(means);
    }
}
