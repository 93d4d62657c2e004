package io.falconet.space.block.nanodet;

import io.falconet.space.block.Neck;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;
import io.falconet.space.graph.Resize;
import java.util.ArrayList;
import java.util.List;

/**
 * NanoDet's path aggregation network: a 1x1 convolution with bias brings each level to one width; then sums alone, first
 * top-down with bilinear enlargement, then bottom-up with bilinear halving, which is the mean of 2x2 cells.
 *
 * @param width channels of each level
 */
public record PanNeck(int width) implements Neck {
    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels) {
        List<Node> maps = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            maps.add(network.add("lateral" + i, Conv.pointwiseWithBias(width), levels.get(i)));
        }
        for (int i = levels.size() - 1; i > 0; i--) {
            NetworkBuilder down = network.scope("down" + i);
            Node enlarged = down.add("up", new Resize(Resize.Mode.BILINEAR, 2), maps.get(i));
            maps.set(i - 1, down.add("add", new Add(), maps.get(i - 1), enlarged));
        }
        for (int i = 1; i < levels.size(); i++) {
            NetworkBuilder up = network.scope("up" + i);
            Node halved = up.add("mean", new Pool(Pool.Kind.AVERAGE, 2, 2, 0), maps.get(i - 1));
            maps.set(i, up.add("add", new Add(), maps.get(i), halved));
        }
        return maps;
    }
}
