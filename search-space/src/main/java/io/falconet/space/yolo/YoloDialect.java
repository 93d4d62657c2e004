package io.falconet.space.yolo;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.BatchNorm;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Whose code reads a layer list. Authors give one name to different modules, other constants to their norms and other
 * activations to their units, none of which their configuration files say.
 */
public enum YoloDialect {
    /** YOLOv5 as its authors publish it, release 6 and later. */
    YOLOV5("yolov5", Activation.SILU, YoloV5Modules.registry(), ModuleRegistry.of(Map.of())),
    /** The fork of YOLOv5 with GSConv and slim neck. */
    GSCONV_YOLOV5("gsconv-yolov5", Activation.MISH, YoloV5Modules.registry(), GsConvModules.forkOfYoloV5()),
    /** The same fork at its revision aded277, when VoVGSCSP had a single narrowed bottleneck. */
    GSCONV_YOLOV5_ADED277(
            "gsconv-yolov5@aded277", Activation.MISH, YoloV5Modules.registry(), GsConvModules.forkOfYoloV5AtAded277()),
    /** Scaled-YOLOv4's larger models. */
    SCALED_YOLOV4("scaled-yolov4", Activation.MISH, YoloV5Modules.registry(), ScaledYoloModules.registry()),
    /** The fork of Scaled-YOLOv4 with GSConv and slim neck. */
    GSCONV_SCALED_YOLOV4(
            "gsconv-scaled-yolov4",
            Activation.MISH,
            YoloV5Modules.registry(),
            ScaledYoloModules.registry().and(GsConvModules.forkOfScaledYoloV4())),
    /** Falconet's own: a module for each operator, in which any network can be said. */
    OPERATORS("operators", Activation.SILU, PlainModules.registry(), OperatorModules.registry());

    private static final BatchNorm NORM = new BatchNorm(1e-3, 0.03);

    private final String label;
    private final Activation activation;
    private final ModuleRegistry own;
    private final ModuleRegistry modules;

    YoloDialect(String label, Activation activation, ModuleRegistry shared, ModuleRegistry own) {
        this.label = label;
        this.activation = activation;
        this.own = own;
        this.modules = shared.and(own);
    }

    /** The name by which configuration files may say whose code is meant. */
    public String label() {
        return label;
    }

    /** The activation where a list does not name one. */
    public Activation activation() {
        return activation;
    }

    /** The constants of all batch norms. */
    public BatchNorm norm() {
        return NORM;
    }

    /** What module names stand for. */
    public ModuleRegistry modules() {
        return modules;
    }

    /** The modules that YOLOv5 does not have, or has with another meaning. */
    public ModuleRegistry own() {
        return own;
    }

    /** The dialect of that label. */
    public static Optional<YoloDialect> named(String label) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.label.equals(label))
                .findFirst();
    }
}
