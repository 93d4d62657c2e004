package io.falconet.space.block.yolo;

import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.Head;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * YOLOv5's Detect: a 1x1 convolution with bias on each level. Gives the raw maps; {@link AnchorFormat} says how they are
 * read.
 *
 * @param anchors of each level in pixels, finest first
 */
public record AnchorHead(List<List<AnchorFormat.Anchor>> anchors) implements Head {
    public AnchorHead {
        anchors = anchors.stream().map(List::copyOf).toList();
    }

    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels, int classes) {
        if (levels.size() != anchors.size()) {
            throw new IllegalArgumentException(
                    "The head needs anchors for each level, found %d levels and anchors for %d."
                            .formatted(levels.size(), anchors.size()));
        }
        List<Node> predictions = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            Conv predict = Conv.pointwiseWithBias(anchors.get(i).size() * (5 + classes));
            predictions.add(network.scope("m").add(Integer.toString(i), predict, levels.get(i)));
        }
        return predictions;
    }

    @Override
    public DetectionFormat format(int classes, List<Integer> strides) {
        List<AnchorFormat.Level> levels = new ArrayList<>();
        for (int i = 0; i < strides.size(); i++) {
            levels.add(new AnchorFormat.Level(strides.get(i), 2, anchors.get(i)));
        }
        return new AnchorFormat(classes, AnchorFormat.Sides.SQUARED, levels);
    }
}
