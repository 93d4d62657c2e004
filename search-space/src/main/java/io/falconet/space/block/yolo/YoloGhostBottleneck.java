package io.falconet.space.block.yolo;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.Optional;

/**
 * YOLOv5's ghost bottleneck, after Han et al. (2020): two GhostConvs, the second linear, with a depthwise convolution
 * between them at stride 2. The input is added: as it is at stride 1, through a depthwise and a 1x1 convolution at stride
 * 2.
 *
 * @param channels output channels, a multiple of 4; those of the input at stride 1
 * @param kernel side of the depthwise kernels, which stride 1 does not have
 * @param stride 1 or 2
 * @param activation in the first GhostConv
 */
public record YoloGhostBottleneck(int channels, int kernel, int stride, Activation activation) implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        NetworkBuilder main = network.scope("conv");
        Node map = new YoloGhostConv(channels / 2, 1, 1, Optional.of(activation)).append(main.scope("0"), in);
        if (stride == 2) {
            map = new DwConv(channels / 2, kernel, stride, Optional.empty()).append(main.scope("1"), map);
        }
        map = new YoloGhostConv(channels, 1, 1, Optional.empty()).append(main.scope("2"), map);
        return network.add("add", new Add(), map, shortcut(network.scope("shortcut"), in));
    }

    private Node shortcut(NetworkBuilder network, Node in) {
        if (stride != 2) {
            return in;
        }
        int inChannels = in.shape().channels();
        Node filtered = new DwConv(inChannels, kernel, stride, Optional.empty()).append(network.scope("0"), in);
        return ConvUnit.linear(Conv.dense(channels, 1, 1)).append(network.scope("1"), filtered);
    }
}
