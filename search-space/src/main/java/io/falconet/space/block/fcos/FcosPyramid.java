package io.falconet.space.block.fcos;

import io.falconet.space.block.Neck;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.ResizeTo;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * FCOS's feature pyramid (Lin et al., 2017; Tian et al., 2019): 1x1 laterals, each level adds the next coarser one enlarged
 * to the nearest, then a 3x3 convolution; two more levels by 3x3 convolutions of stride 2 on the coarsest output, with a
 * ReLU between them. All have a bias and no norm. From maps at strides 8, 16 and 32 it gives five, up to 128.
 *
 * @param width channels of each level
 */
public record FcosPyramid(int width) implements Neck {
    /** The published code numbers levels from the backbone's second stage on, which it does not use. */
    private static final int FIRST = 2;

    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels) {
        List<Node> outputs = new ArrayList<>();
        Node inner = null;
        for (int i = levels.size() - 1; i >= 0; i--) {
            Node lateral = network.add("fpn_inner" + (i + FIRST), Conv.pointwiseWithBias(width), levels.get(i));
            inner = inner == null ? lateral : sum(network.scope("down" + (i + FIRST)), lateral, inner);
            outputs.add(0, network.add("fpn_layer" + (i + FIRST), conv(1), inner));
        }
        NetworkBuilder top = network.scope("top_blocks");
        Node sixth = top.add("p6", conv(2), outputs.get(outputs.size() - 1));
        Node rectified = top.add("relu", new Activate(Activation.RELU), sixth);
        outputs.add(sixth);
        outputs.add(top.add("p7", conv(2), rectified));
        return outputs;
    }

    private static Node sum(NetworkBuilder network, Node lateral, Node coarser) {
        Shape area = lateral.shape();
        Node enlarged = network.add("up", new ResizeTo(area.height(), area.width()), coarser);
        return network.add("add", new Add(), lateral, enlarged);
    }

    private Conv conv(int stride) {
        return new Conv(width, 3, stride, 1, 1, true);
    }
}
