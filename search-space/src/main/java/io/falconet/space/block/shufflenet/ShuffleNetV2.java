package io.falconet.space.block.shufflenet;

import io.falconet.space.block.Backbone;
import io.falconet.space.block.NumberedUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;
import java.util.ArrayList;
import java.util.List;

/**
 * ShuffleNetV2 (Ma et al., 2018) of its authors: a stem of stride 4 and three stages of 4, 8 and 4 {@linkplain
 * ShuffleFirstUnit units}. Gives the stages' maps, at strides 8, 16 and 32.
 *
 * @param widths output channels of the three stages
 */
public record ShuffleNetV2(List<Integer> widths) implements Backbone {
    private static final List<Integer> DEPTHS = List.of(4, 8, 4);
    private static final int STEM = 24;

    public ShuffleNetV2 {
        widths = List.copyOf(widths);
        if (widths.size() != DEPTHS.size()) {
            throw new IllegalArgumentException("ShuffleNetV2 has 3 stages, found the widths " + widths + ".");
        }
    }

    @Override
    public List<Node> append(NetworkBuilder network, Node image) {
        Node half =
                NumberedUnit.of(0, Conv.dense(STEM, 3, 2), Activation.RELU).append(network.scope("first_conv"), image);
        Node map = network.add("maxpool", new Pool(Pool.Kind.MAX, 3, 2, 1), half);
        List<Node> maps = new ArrayList<>();
        int unit = 0;
        for (int stage = 0; stage < DEPTHS.size(); stage++) {
            for (int i = 0; i < DEPTHS.get(stage); i++) {
                map = ShuffleFirstUnit.megvii(widths.get(stage), 3, i == 0 ? 2 : 1)
                        .append(network.scope("features." + unit++), map);
            }
            maps.add(map);
        }
        return maps;
    }
}
