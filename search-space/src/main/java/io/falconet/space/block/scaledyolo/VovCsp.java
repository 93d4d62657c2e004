package io.falconet.space.block.scaledyolo;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.graph.Slice;

/**
 * VoVCSP, the block of Scaled-YOLOv4's tiny models (Wang et al., 2021) after OSANet: the second half of the channels passes
 * two 3x3 units, whose outputs are joined and mixed by a 1x1 unit. The first half is dropped.
 *
 * @param channels output channels, even
 * @param activation in all units, Mish in the published models
 */
public record VovCsp(int channels, Activation activation) implements Block {
    public VovCsp {
        if (channels % 2 != 0) {
            throw new IllegalArgumentException("VoVCSP needs even channels, found " + channels + ".");
        }
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        int all = in.shape().channels();
        if (all % 2 != 0) {
            throw new ShapeException("VoVCSP needs an even number of input channels, found " + in.shape() + ".");
        }
        Node half = network.add("slice", new Slice(all / 2, all), in);
        Node first = unit(channels / 2, 3).append(network.scope("cv1"), half);
        Node second = unit(channels / 2, 3).append(network.scope("cv2"), first);
        Node joined = network.add("concat", new Concat(), first, second);
        return unit(channels, 1).append(network.scope("cv3"), joined);
    }

    private ConvUnit unit(int width, int kernel) {
        return ConvUnit.of(Conv.dense(width, kernel, 1), activation);
    }
}
