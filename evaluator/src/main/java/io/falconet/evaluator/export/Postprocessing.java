package io.falconet.evaluator.export;

import io.falconet.evaluator.detect.DecodingRule;
import io.falconet.evaluator.detect.DetectorFamily;
import io.falconet.evaluator.detect.NonMaximumSuppression;
import io.falconet.evaluator.detect.family.DetectorFamilies;
import io.falconet.space.block.Detector;
import java.util.Optional;

/**
 * Which of a detector's boxes are told when it is scored. Whoever shows boxes to people asks for higher scores.
 *
 * @param score boxes that score this or less are left out
 * @param overlap a box goes if its IoU with a better one is over this
 * @param boxes kept of an image, at most
 * @param acrossClasses whether a better box of another class counts too
 */
public record Postprocessing(float score, double overlap, int boxes, boolean acrossClasses) {
    /** As a detector's family has it; nothing where detectors of its format are only built. */
    static Optional<Postprocessing> of(Detector detector) {
        return DetectorFamilies.find(detector).map(DetectorFamily::standard).map(Postprocessing::of);
    }

    private static Postprocessing of(DecodingRule rule) {
        NonMaximumSuppression suppression = rule.suppression();
        return new Postprocessing(rule.threshold(), suppression.iou(), suppression.most(), suppression.acrossClasses());
    }

    /** The same, as decoders take it. */
    public DecodingRule rule() {
        return new DecodingRule(score, new NonMaximumSuppression(overlap, boxes, acrossClasses));
    }
}
