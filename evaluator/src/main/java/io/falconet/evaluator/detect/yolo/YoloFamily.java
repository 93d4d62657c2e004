package io.falconet.evaluator.detect.yolo;

import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.DecodingRule;
import io.falconet.evaluator.detect.DetectionDecoder;
import io.falconet.evaluator.detect.DetectionLoss;
import io.falconet.evaluator.detect.DetectorFamily;
import io.falconet.evaluator.detect.NonMaximumSuppression;
import io.falconet.evaluator.detect.Start;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Shape;
import java.util.List;
import java.util.Optional;

/**
 * YOLOv5's way, for all detectors with anchors: CIoU and cross entropies, anchors matched by their sides and fitted to the
 * data. Darknet's detectors are taught so too; where their centres cannot reach a neighbour cell, the cell of the centre
 * alone predicts an object.
 *
 * @param format of the detector's outputs
 */
public record YoloFamily(Detector detector, AnchorFormat format) implements DetectorFamily {
    /** YOLOv5 scores by nearly all boxes: the tail of one class is not cut off by the many boxes of another. */
    private static final DecodingRule STANDARD = new DecodingRule(0.001f, new NonMaximumSuppression(0.6, 300));

    /** The family of a detector that has this format. */
    public static Optional<DetectorFamily> of(Detector detector) {
        return detector.format() instanceof AnchorFormat format
                ? Optional.of(new YoloFamily(detector, format))
                : Optional.empty();
    }

    /** With anchors by YOLOv5's {@linkplain AnchorFitting rule}. */
    @Override
    public DetectorFamily fitted(List<Box> objects) {
        List<Anchor> sizes = objects.stream()
                .map(box -> new Anchor(box.x2() - box.x1(), box.y2() - box.y1()))
                .toList();
        AnchorFormat fitting = AnchorFitting.STANDARD.fit(format, sizes);
        return new YoloFamily(new Detector(detector.network(), fitting), fitting);
    }

    @Override
    public Weights initial(Weights weights, Start start) {
        return YoloInitialization.prepare(detector, format, weights);
    }

    @Override
    public DetectionLoss loss(boolean everyObject) {
        Shape image = detector.network().input();
        YoloGains gains = YoloGains.standard(format.levels().size())
                .scaled(format.classes(), Math.max(image.width(), image.height()));
        YoloLoss loss = new YoloLoss(grid(), AnchorMatcher.STANDARD, gains);
        return new YoloBatchLoss(loss, image.width(), image.height());
    }

    private AnchorGrid grid() {
        return AnchorGrid.of(detector, format);
    }

    @Override
    public DecodingRule standard() {
        return STANDARD;
    }

    @Override
    public DetectionDecoder decoder(DecodingRule rule) {
        Shape image = detector.network().input();
        return new YoloDecoder(grid(), image.width(), image.height(), rule.threshold(), rule.suppression());
    }
}
