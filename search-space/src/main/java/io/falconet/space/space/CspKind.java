package io.falconet.space.space;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.block.StageUnit;
import io.falconet.space.block.gsconv.GsConv;
import io.falconet.space.block.gsconv.GsShortcut;
import io.falconet.space.block.gsconv.GsShuffle;
import io.falconet.space.block.gsconv.VovGsCsp;
import io.falconet.space.block.yolo.C3;
import io.falconet.space.block.yolo.YoloGhostBottleneck;
import io.falconet.space.block.yolo.YoloGhostConv;
import io.falconet.space.block.yolo.YoloParts;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import java.util.List;
import java.util.Optional;

/**
 * The cross stage partial blocks of YOLOv5's family, each with the unit that stands before it. They hold their depth inside
 * and have one kernel.
 */
enum CspKind implements StageKind {
    /** YOLOv5's: convolution and C3. */
    C3_BLOCK("c3") {
        @Override
        YoloParts parts(Activation activation) {
            return new YoloParts(conv(activation), c3(activation));
        }
    },
    /** Convolution and C3 of ghost bottlenecks. */
    C3_GHOST("c3ghost") {
        @Override
        YoloParts parts(Activation activation) {
            return new YoloParts(conv(activation), c3Ghost(activation));
        }
    },
    /** The same after a GhostConv: YOLOv5's ghost model. */
    GHOST_C3_GHOST("ghost-c3ghost") {
        @Override
        YoloParts parts(Activation activation) {
            StageUnit unit =
                    (channels, stride) -> new YoloGhostConv(channels, kernel(stride), stride, Optional.of(activation));
            return new YoloParts(unit, c3Ghost(activation));
        }
    },
    /** GSConv and C3. */
    GS_C3("gs-c3") {
        @Override
        YoloParts parts(Activation activation) {
            return new YoloParts(gsConv(activation), c3(activation));
        }
    },
    /** GSConv and VoV-GSCSP of wide bottlenecks, as its authors' fork of YOLOv5 now has it. */
    VOVGSCSP("vovgscsp") {
        @Override
        YoloParts parts(Activation activation) {
            return new YoloParts(gsConv(activation), vov(false, GsShortcut.DENSE, activation));
        }
    },
    /** GSConv and VoV-GSCSP of narrowed bottlenecks, as in the paper and in that fork at revision aded277. */
    VOVGSCSP_NARROW("vovgscsp-narrow") {
        @Override
        YoloParts parts(Activation activation) {
            return new YoloParts(gsConv(activation), vov(true, GsShortcut.DENSE, activation));
        }
    },
    /** GSConv and VoV-GSCSPC, the cheap form. */
    VOVGSCSPC("vovgscspc") {
        @Override
        YoloParts parts(Activation activation) {
            return new YoloParts(gsConv(activation), vov(true, GsShortcut.depthwise(1), activation));
        }
    };

    /** Those that stems are made of. */
    static final List<CspKind> OF_STEMS = List.of(C3_BLOCK, C3_GHOST, GHOST_C3_GHOST);
    /** Those that stages are made of. */
    static final List<CspKind> OF_STAGES = List.of(C3_BLOCK, C3_GHOST, GHOST_C3_GHOST, VOVGSCSP);

    private final String option;

    CspKind(String option) {
        this.option = option;
    }

    /** The unit and the block. */
    abstract YoloParts parts(Activation activation);

    @Override
    public String option() {
        return option;
    }

    /** Half of the width, a multiple of 8. */
    @Override
    public int channels(int width) {
        return (width / 2 + 7) / 8 * 8;
    }

    @Override
    public StageUnit unit(int kernel, Activation activation) {
        return parts(activation).stageUnit();
    }

    @Override
    public Block row(int channels, int depth, int kernel, Activation activation) {
        return parts(activation).stage(channels, depth);
    }

    private static int kernel(int stride) {
        return stride == 1 ? 1 : 3;
    }

    private static StageUnit conv(Activation activation) {
        return (channels, stride) -> ConvUnit.of(Conv.dense(channels, kernel(stride), stride), activation);
    }

    private static StageUnit gsConv(Activation activation) {
        return (channels, stride) ->
                new GsConv(channels, kernel(stride), stride, GsShuffle.EVEN_THEN_ODD, Optional.of(activation));
    }

    private static YoloParts.Csp c3(Activation activation) {
        return (channels, depth, shortcut) -> C3.of(channels, depth, shortcut, activation);
    }

    /** Ghost bottlenecks always add their input: in the published code the argument that should forbid it has no effect. */
    private static YoloParts.Csp c3Ghost(Activation activation) {
        return (channels, depth, shortcut) -> {
            YoloGhostBottleneck inner = new YoloGhostBottleneck(channels / 2, 3, 1, activation);
            return new C3(channels, channels / 2, inner, depth, activation);
        };
    }

    private static YoloParts.Csp vov(boolean narrowed, GsShortcut shortcut, Activation activation) {
        return (channels, depth, ignored) ->
                new VovGsCsp(channels, depth, narrowed, shortcut, GsShuffle.EVEN_THEN_ODD, activation, false);
    }
}
