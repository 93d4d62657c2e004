package io.falconet.space.yolo;

import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.FcosFormat;
import io.falconet.space.block.Head;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;

/** A head without weights: the rows before it gave each level's class logits, distances and centreness already. */
record FcosLevels() implements Head {
    /** The row over those levels. */
    YoloRow row(List<Integer> levels) {
        return new YoloRow(levels, 1, YoloRow.FCOS_DETECT, List.of("nc"));
    }

    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels, int classes) {
        int channels = new FcosFormat(classes, List.of()).channels();
        for (Node level : levels) {
            if (level.shape().channels() != channels) {
                throw new IllegalArgumentException(
                        "%s for %d classes reads maps of %d channels, found %d. Maybe the list was written for %d classes."
                                .formatted(
                                        YoloRow.FCOS_DETECT,
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
        return new FcosFormat(classes, strides);
    }
}
