package io.falconet.space.block.thundernet;

import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Multiply;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * ThunderNet's spatial attention module (Qin et al., 2019): the features of the proposals, through a 1x1 convolution with
 * bias, batch norm and sigmoid, gate the map that regions are cut from.
 */
public record SpatialAttention() {
    /**
     * Appends the module.
     *
     * @param map to be gated
     * @param regions features of the proposals, of the map's area
     */
    public Node append(NetworkBuilder network, Node map, Node regions) {
        Conv conv = Conv.pointwiseWithBias(map.shape().channels());
        Node weighted = network.norm(network.add("conv1", conv, regions));
        Node gate = network.add("gate", new Activate(Activation.SIGMOID), weighted);
        return network.add("scale", new Multiply(), map, gate);
    }
}
