package io.falconet.evaluator.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the best of boxes that overlap, class by class or over all classes: by falling score, a box stays if it overlaps none that stayed.
 * Equal scores keep their order, so that the result is determined. Cost: at most candidates times boxes kept.
 *
 * @param iou a box goes if it overlaps a better one by more than this
 * @param most boxes kept of an image, over all classes
 * @param acrossClasses whether a better box of another class counts too: for data where two classes never share a place
 */
public record NonMaximumSuppression(double iou, int most, boolean acrossClasses) {
    /** NanoDet's: IoU 0.6, 100 boxes an image. */
    public static final NonMaximumSuppression STANDARD = new NonMaximumSuppression(0.6, 100);

    /** Class by class. */
    public NonMaximumSuppression(double iou, int most) {
        this(iou, most, false);
    }

    /** The boxes that stay, best first. */
    public List<ScoredBox> apply(List<ScoredBox> candidates) {
        List<ScoredBox> sorted = new ArrayList<>(candidates);
        sorted.sort(Comparator.comparing(ScoredBox::score, Comparator.reverseOrder()));
        List<ScoredBox> kept = new ArrayList<>();
        for (ScoredBox candidate : sorted) {
            if (kept.size() == most) {
                break;
            }
            if (stays(candidate, kept)) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    private boolean stays(ScoredBox candidate, List<ScoredBox> kept) {
        for (ScoredBox better : kept) {
            if (suppresses(better, candidate)) {
                return false;
            }
        }
        return true;
    }

    private boolean suppresses(ScoredBox better, ScoredBox candidate) {
        boolean rivals = acrossClasses || better.classIndex() == candidate.classIndex();
        return rivals && better.box().iou(candidate.box()) > iou;
    }
}
