package io.falconet.space.block.nanodet;

import io.falconet.space.block.Backbone;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;
import java.util.ArrayList;
import java.util.List;

/**
 * NanoDet-g's backbone (Lyu, 2020), for processors with much arithmetic and slow memory: dense 3x3 convolutions alone. A
 * convolution of stride 2 and a maximum pool of stride 2, then {@linkplain CspBlock blocks} that double the width; the
 * first keeps the area, each other halves its sides and gives a map to the neck.
 *
 * @param stem channels of the first convolution
 * @param residuals residual units in each block
 * @param activation throughout
 */
public record CustomCspNet(int stem, List<Integer> residuals, Activation activation) implements Backbone {
    public CustomCspNet {
        residuals = List.copyOf(residuals);
    }

    @Override
    public List<Node> append(NetworkBuilder network, Node image) {
        NetworkBuilder stages = network.scope("stages");
        Node map = ConvUnit.of(Conv.dense(stem, 3, 2), activation).append(stages.scope("0"), image);
        map = stages.add("1", new Pool(Pool.Kind.MAX, 3, 2, 1), map);
        List<Node> maps = new ArrayList<>();
        for (int i = 0; i < residuals.size(); i++) {
            int stride = i == 0 ? 1 : 2;
            map = new CspBlock(residuals.get(i), stride, activation).append(stages.scope(Integer.toString(i + 2)), map);
            maps.add(map);
        }
        return maps.subList(1, maps.size());
    }
}
