package io.falconet.evaluator.detect.gfl;

import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.DecodingRule;
import io.falconet.evaluator.detect.DetectionDecoder;
import io.falconet.evaluator.detect.DetectionLoss;
import io.falconet.evaluator.detect.DetectorFamily;
import io.falconet.evaluator.detect.NonMaximumSuppression;
import io.falconet.evaluator.detect.Start;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.block.Detector;
import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.Shape;
import java.util.List;
import java.util.Optional;

/**
 * NanoDet's way: generalised focal loss, adaptive assignment, nothing to fit to the data.
 *
 * @param format of the detector's outputs
 */
public record GflFamily(Detector detector, GflFormat format) implements DetectorFamily {
    /** NanoDet's least score and suppression. */
    private static final DecodingRule STANDARD =
            new DecodingRule(GflDecoder.STANDARD_THRESHOLD, NonMaximumSuppression.STANDARD);

    /** The family of a detector that has this format. */
    public static Optional<DetectorFamily> of(Detector detector) {
        return detector.format() instanceof GflFormat format
                ? Optional.of(new GflFamily(detector, format))
                : Optional.empty();
    }

    @Override
    public DetectorFamily fitted(List<Box> objects) {
        return this;
    }

    @Override
    public Weights initial(Weights weights, Start start) {
        Weights kernels =
                switch (start) {
                    case EVEN -> weights;
                    case AUTHORS -> NanoDetInitialization.prepare(detector.network(), weights);
                };
        return GflInitialization.prepare(detector, format, kernels);
    }

    @Override
    public DetectionLoss loss(boolean everyObject) {
        AtssAssigner assigner = everyObject ? AtssAssigner.EVERY_OBJECT : AtssAssigner.STRICT;
        return new GflLoss(format, CellGrid.of(detector, format), assigner);
    }

    @Override
    public DecodingRule standard() {
        return STANDARD;
    }

    @Override
    public DetectionDecoder decoder(DecodingRule rule) {
        Shape image = detector.network().input();
        return new GflDecoder(
                format,
                CellGrid.of(detector, format),
                image.width(),
                image.height(),
                rule.threshold(),
                rule.suppression());
    }
}
