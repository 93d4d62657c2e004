package io.falconet.evaluator.detect.family;

import io.falconet.evaluator.detect.DetectorFamily;
import io.falconet.evaluator.detect.gfl.GflFamily;
import io.falconet.evaluator.detect.yolo.YoloFamily;
import io.falconet.space.block.Detector;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The families that are trained and read. Another joins by its line here. */
public final class DetectorFamilies {
    private static final List<Function<Detector, Optional<DetectorFamily>>> ALL =
            List.of(GflFamily::of, YoloFamily::of);

    private DetectorFamilies() {}

    /** The family of a detector; nothing if detectors of its format are only built, not trained. */
    public static Optional<DetectorFamily> find(Detector detector) {
        return ALL.stream().flatMap(family -> family.apply(detector).stream()).findFirst();
    }

    /**
     * The family of a detector.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static DetectorFamily of(Detector detector) {
        return find(detector).orElseThrow(() -> new IllegalArgumentException(unknown(detector)));
    }

    /** Says that a detector is of no family. */
    public static String unknown(Detector detector) {
        return "Expected a detector of the GFL or YOLO family, found %s. Maybe nanodet-m or yolov5n."
                .formatted(detector.format().getClass().getSimpleName());
    }
}
