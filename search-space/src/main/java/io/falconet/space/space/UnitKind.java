package io.falconet.space.space;

import io.falconet.space.block.StageUnit;
import io.falconet.space.block.dla.DlaBasic;
import io.falconet.space.block.ghost.GhostBottleneck;
import io.falconet.space.block.gsconv.GsBottleneck;
import io.falconet.space.block.gsconv.GsConv;
import io.falconet.space.block.mobilenet.InvertedResidual;
import io.falconet.space.block.shufflenet.ShuffleNetV2Unit;
import io.falconet.space.graph.Activation;
import java.util.List;

/** The kinds of block that a stage repeats. */
enum UnitKind implements StageKind {
    /** ShuffleNetV2 units. */
    SHUFFLENETV2("shufflenetv2", 1) {
        @Override
        public StageUnit unit(int kernel, Activation activation) {
            return (channels, stride) -> new ShuffleNetV2Unit(channels, kernel, stride, activation);
        }
    },
    /** Ghost bottlenecks that double their width inside; the kernel is that of all their depthwise convolutions. */
    GHOST("ghost", 2) {
        @Override
        public StageUnit unit(int kernel, Activation activation) {
            return (channels, stride) ->
                    new GhostBottleneck(2 * channels, channels, kernel, stride, kernel, false, activation);
        }
    },
    /** GS bottlenecks after a GSConv that takes the step, as the slim neck takes it. */
    GSCONV("gsconv", 2) {
        @Override
        public StageUnit unit(int kernel, Activation activation) {
            return (channels, stride) -> stride == 1
                    ? GsBottleneck.of(channels, kernel, activation)
                    : GsConv.of(channels, kernel, stride, activation);
        }
    },
    /** DLA's basic nodes, which are 3x3 whatever the kernel asked for. */
    DLA_BASIC("dla-basic", 4) {
        @Override
        public StageUnit unit(int kernel, Activation activation) {
            return (channels, stride) -> new DlaBasic(channels, stride, activation);
        }
    },
    /** MobileNetV3's inverted residuals, three times as wide inside and gated. */
    MOBILENETV3("mobilenetv3", 4) {
        @Override
        public StageUnit unit(int kernel, Activation activation) {
            return (channels, stride) -> new InvertedResidual(3 * channels, channels, kernel, stride, true, activation);
        }
    };

    /** Those that the small-objects space has. */
    static final List<UnitKind> OF_SMALL_OBJECTS = List.of(SHUFFLENETV2, GHOST, GSCONV, DLA_BASIC);

    private final String option;
    private final int divisor;

    UnitKind(String option, int divisor) {
        this.option = option;
        this.divisor = divisor;
    }

    @Override
    public String option() {
        return option;
    }

    /** A fraction of the width, and a multiple of 4 unless it is the whole. */
    @Override
    public int channels(int width) {
        return divisor == 1 ? width : (width / divisor + 3) / 4 * 4;
    }
}
