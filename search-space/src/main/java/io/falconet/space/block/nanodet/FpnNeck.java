package io.falconet.space.block.nanodet;

import io.falconet.space.block.Neck;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Resize;
import java.util.ArrayList;
import java.util.List;

/**
 * NanoDet's feature pyramid (after Lin et al., 2017): a 1x1 convolution with bias brings each level to one width, then each
 * level adds the next coarser one, enlarged bilinearly. It has no convolution after the sums.
 *
 * @param width channels of each level
 */
public record FpnNeck(int width) implements Neck {
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
        return maps;
    }
}
