package io.falconet.space.block.thundernet;

import io.falconet.space.block.DepthwiseSeparable;
import io.falconet.space.block.Neck;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.GlobalPool;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * ThunderNet's context enhancement and spatial attention (Qin et al., 2019) as a neck before a dense head. This assembly is
 * ours: ThunderNet cuts regions from the one attended map. Here that map is the finest level; each coarser one is the sum of
 * the level before, through a depthwise separable unit of stride 2, and a 1x1 convolution with bias of the backbone's map.
 *
 * @param width channels of each level
 * @param activation of the units; inside the attention it is ReLU, as published
 */
public record ContextNeck(int width, Activation activation) implements Neck {
    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels) {
        Node mean = network.add("avgpool", new GlobalPool(), levels.get(levels.size() - 1));
        Node context = new ContextEnhancement(width).append(network.scope("cem"), levels, mean);
        Node features = new RegionFeatures(width).append(network.scope("rpn"), context);
        List<Node> maps = new ArrayList<>();
        maps.add(new SpatialAttention().append(network.scope("sam"), context, features));
        for (int i = 1; i < levels.size(); i++) {
            NetworkBuilder level = network.scope("level" + i);
            Node reduced = new DepthwiseSeparable(width, 3, 2, activation).append(level, maps.get(i - 1));
            Node lateral = level.add("lateral", Conv.pointwiseWithBias(width), levels.get(i));
            maps.add(level.add("add", new Add(), reduced, lateral));
        }
        return maps;
    }
}
