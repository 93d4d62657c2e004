package io.falconet.space.block.nanodet;

import io.falconet.space.block.Neck;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;
import java.util.List;

/**
 * NanoDet's path aggregation network: its {@linkplain FpnNeck feature pyramid} brings each level to one width and adds
 * top-down; then each level adds the next finer one, halved bilinearly, which is the mean of 2x2 cells.
 *
 * @param width channels of each level
 */
public record PanNeck(int width) implements Neck {
    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels) {
        List<Node> maps = new FpnNeck(width).append(network, levels);
        for (int i = 1; i < levels.size(); i++) {
            NetworkBuilder up = network.scope("up" + i);
            Node halved = up.add("mean", new Pool(Pool.Kind.AVERAGE, 2, 2, 0), maps.get(i - 1));
            maps.set(i, up.add("add", new Add(), maps.get(i), halved));
        }
        return maps;
    }
}
