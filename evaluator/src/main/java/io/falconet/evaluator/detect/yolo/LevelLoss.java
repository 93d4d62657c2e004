package io.falconet.evaluator.detect.yolo;

import java.util.List;

/** The loss of one level's output, and its gradient. Each part is a mean without its gain. */
final class LevelLoss {
    private final AnchorGrid grid;
    private final AnchorLevel level;
    private final float[] output;
    private final float[] gradient;
    /** What each anchor's objectness is to be: images x anchors x rows x columns. */
    private final float[] wanted;

    /**
     * @param gradient takes the derivatives; cleared before
     */
    LevelLoss(AnchorGrid grid, AnchorLevel level, float[] output, float[] gradient) {
        this.grid = grid;
        this.level = level;
        this.output = output;
        this.gradient = gradient;
        wanted = new float[output.length / grid.channels()];
    }

    /** One minus CIoU of the matched boxes. What they reach is what their anchor's objectness is to be. */
    double boxes(List<Match> matches, double scale) {
        double loss = 0;
        for (Match match : matches) {
            PredictedBox predicted = new PredictedBox(output, first(match), grid.sides(), level, match.anchor());
            BoxOverlap overlap = new BoxOverlap(OverlapMeasure.CIOU, predicted.box, match.box());
            loss += (1 - overlap.value()) / matches.size();
            predicted.addGradient(gradient, overlap.gradient(), -scale / matches.size());
            wanted[place(match)] = (float) Math.max(0, overlap.value());
        }
        return loss;
    }

    private int first(Match match) {
        return grid.index(level, match.image(), match.anchor(), match.row(), match.column());
    }

    private int place(Match match) {
        int anchor = match.image() * level.anchors().size() + match.anchor();
        return anchor * level.cells() + match.row() * level.width() + match.column();
    }

    /** Cross entropy of the matched anchors' classes; 0 if there is only one class. */
    double classes(List<Match> matches, CrossEntropy entropy, double scale) {
        if (grid.classes() == 1) {
            return 0;
        }
        double share = 1.0 / ((double) matches.size() * grid.classes());
        double loss = 0;
        for (Match match : matches) {
            int first = first(match) + AnchorGrid.FIRST_CLASS * level.cells();
            for (int c = 0; c < grid.classes(); c++) {
                int at = first + c * level.cells();
                double target = c == match.classIndex() ? 1 : 0;
                loss += share * entropy.value(output[at], target);
                gradient[at] += (float) (scale * share * entropy.slope(output[at], target));
            }
        }
        return loss;
    }

    /** Cross entropy of every anchor's objectness; to be called after {@link #boxes}. */
    double objectness(CrossEntropy entropy, double scale) {
        double loss = 0;
        int cells = level.cells();
        for (int anchor = 0; anchor * cells < wanted.length; anchor++) {
            int first = (anchor * grid.channels() + AnchorGrid.OBJECTNESS) * cells;
            for (int cell = 0; cell < cells; cell++) {
                double logit = output[first + cell];
                double target = wanted[anchor * cells + cell];
                loss += entropy.value(logit, target) / wanted.length;
                gradient[first + cell] = (float) (scale / wanted.length * entropy.slope(logit, target));
            }
        }
        return loss;
    }
}
