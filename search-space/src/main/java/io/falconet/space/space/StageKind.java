package io.falconet.space.space;

import io.falconet.space.block.Block;
import io.falconet.space.block.Stage;
import io.falconet.space.block.StageUnit;
import io.falconet.space.block.dla.DlaTree;
import io.falconet.space.graph.Activation;
import java.util.List;

/**
 * A kind of block between which a stage chooses. A width is meant in ShuffleNetV2's channels: kinds that connect their
 * channels more densely get fewer, so that at one width all kinds cost about as much and the search compares like with
 * like.
 */
interface StageKind {
    /** By what name it is chosen. */
    String option();

    /** The channels that this kind gets for a width. */
    int channels(int width);

    /** The block that a stage or a tree repeats. Kinds that have but one kernel ignore it. */
    StageUnit unit(int kernel, Activation activation);

    /** A stage of stride 2 in which blocks follow each other. */
    default Block row(int channels, int depth, int kernel, Activation activation) {
        return new Stage(unit(kernel, activation), channels, depth, 2);
    }

    /**
     * A stage of stride 2.
     *
     * @param aggregation {@code plain} is a row; {@code dla} a tree of as many blocks as the largest power of two within the
     *     depth, unless that is 1
     */
    default Block stage(int width, int depth, int kernel, String aggregation, Activation activation) {
        int levels = Integer.numberOfTrailingZeros(Integer.highestOneBit(depth));
        if (aggregation.equals("plain") || levels == 0) {
            return row(channels(width), depth, kernel, activation);
        }
        return new DlaTree(unit(kernel, activation), channels(width), levels, 2, true, false, activation);
    }

    /** The names of those kinds. */
    static List<String> options(List<? extends StageKind> kinds) {
        return kinds.stream().map(StageKind::option).toList();
    }

    /** The one of that name, which must be among them. */
    static <K extends StageKind> K named(List<K> kinds, String option) {
        return kinds.get(options(kinds).indexOf(option));
    }
}
