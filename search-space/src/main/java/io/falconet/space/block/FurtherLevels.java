package io.falconet.space.block;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A neck that goes on to coarser levels than the backbone has: each is the level before through a 3x3 depthwise separable
 * unit of stride 2.
 *
 * @param neck gives the other levels
 * @param count how many more
 * @param activation of the units
 */
public record FurtherLevels(Neck neck, int count, Activation activation) implements Neck {
    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels) {
        List<Node> maps = new ArrayList<>(neck.append(network, levels));
        for (int i = 0; i < count; i++) {
            Node last = maps.get(maps.size() - 1);
            maps.add(new DepthwiseSeparable(last.shape().channels(), 3, 2, activation)
                    .append(network.scope("further" + i), last));
        }
        return maps;
    }
}
