package io.falconet.space.yolo;

import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.GflFormat;
import io.falconet.space.block.Head;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;

/**
 * A head without weights: the rows before it gave each level's class logits and distances already.
 *
 * @param regMax the largest distance in strides
 * @param prior where in a cell distances start
 */
record GflLevels(int regMax, double prior) implements Head {
    /** What the row of such a head says. */
    static GflLevels of(ModuleArguments arguments) {
        return new GflLevels(arguments.atMost(3).number(1), arguments.fraction(2, GflFormat.CENTRE));
    }

    /** The row over those levels. */
    YoloRow row(List<Integer> levels) {
        return new YoloRow(levels, 1, YoloRow.GFL_DETECT, List.of("nc", regMax, prior));
    }

    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels, int classes) {
        int channels = new GflFormat(classes, regMax, List.of(), prior).channels();
        for (Node level : levels) {
            if (level.shape().channels() != channels) {
                throw new IllegalArgumentException(
                        "%s for %d classes reads maps of %d channels, found %d. Maybe the list was written for %d classes."
                                .formatted(
                                        YoloRow.GFL_DETECT,
                                        classes,
                                        channels,
                                        level.shape().channels(),
                                        level.shape().channels() - channels + classes));
            }
        }
        return levels;
    }

    @Override
    public DetectionFormat format(int classes, List<Integer> strides) {
        return new GflFormat(classes, regMax, strides, prior);
    }
}
