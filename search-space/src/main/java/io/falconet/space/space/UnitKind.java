package io.falconet.space.space;

import io.falconet.space.block.StageUnit;
import io.falconet.space.block.dla.DlaBasic;
import io.falconet.space.block.ghost.GhostBottleneck;
import io.falconet.space.block.gsconv.GsBottleneck;
import io.falconet.space.block.gsconv.GsConv;
import io.falconet.space.block.shufflenet.ShuffleNetV2Unit;
import io.falconet.space.graph.Activation;
import java.util.Arrays;
import java.util.List;

/**
 * The kinds of block between which a stage chooses. A width is meant in ShuffleNetV2's channels: kinds that connect
 * their channels more densely get fewer, so that at one width all kinds cost about as much and the search compares like
 * with like.
 */
enum UnitKind {
    /** ShuffleNetV2 units. */
    SHUFFLENETV2("shufflenetv2", 1) {
        @Override
        StageUnit unit(int kernel, Activation activation) {
            return (channels, stride) -> new ShuffleNetV2Unit(channels, kernel, stride, activation);
        }
    },
    /** Ghost bottlenecks that double their width inside; the kernel is that of all their depthwise convolutions. */
    GHOST("ghost", 2) {
        @Override
        StageUnit unit(int kernel, Activation activation) {
            return (channels, stride) ->
                    new GhostBottleneck(2 * channels, channels, kernel, stride, kernel, false, activation);
        }
    },
    /** GS bottlenecks after a GSConv that takes the step, as the slim neck takes it. */
    GSCONV("gsconv", 2) {
        @Override
        StageUnit unit(int kernel, Activation activation) {
            return (channels, stride) -> stride == 1
                    ? GsBottleneck.of(channels, kernel, activation)
                    : GsConv.of(channels, kernel, stride, activation);
        }
    },
    /** DLA's basic nodes, which are 3x3 whatever the kernel asked for. */
    DLA_BASIC("dla-basic", 4) {
        @Override
        StageUnit unit(int kernel, Activation activation) {
            return (channels, stride) -> new DlaBasic(channels, stride, activation);
        }
    };

    private final String option;
    private final int divisor;

    UnitKind(String option, int divisor) {
        this.option = option;
        this.divisor = divisor;
    }

    abstract StageUnit unit(int kernel, Activation activation);

    /** The channels that this kind gets for a width: a fraction of it, and a multiple of 4 unless it is the whole. */
    int channels(int width) {
        return divisor == 1 ? width : (width / divisor + 3) / 4 * 4;
    }

    static List<String> options() {
        return Arrays.stream(values()).map(kind -> kind.option).toList();
    }

    static UnitKind of(String option) {
        return values()[options().indexOf(option)];
    }
}
