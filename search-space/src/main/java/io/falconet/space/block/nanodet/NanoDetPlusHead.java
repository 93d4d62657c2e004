package io.falconet.space.block.nanodet;

import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.GflFormat;
import io.falconet.space.block.Head;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;

/**
 * NanoDet-Plus's head (Lyu, 2021): NanoDet's, with a kernel of 5 as published, whose distances start at the upper left
 * corner of each cell.
 *
 * @param tower before the predictions
 * @param regMax the largest distance to a box's side, in strides
 */
public record NanoDetPlusHead(NanoDetTower tower, int regMax) implements Head {
    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels, int classes) {
        return new NanoDetHead(tower, regMax, NanoDetHead.Boxes.SHARED).append(network, levels, classes);
    }

    @Override
    public DetectionFormat format(int classes, List<Integer> strides) {
        return new GflFormat(classes, regMax, strides, GflFormat.CORNER);
    }
}
