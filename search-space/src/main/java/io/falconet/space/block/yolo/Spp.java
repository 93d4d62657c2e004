package io.falconet.space.block.yolo;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;
import java.util.ArrayList;
import java.util.List;

/**
 * Spatial pyramid pooling (He et al., 2015) as YOLOv5 has it: a 1x1 unit halves the channels, beside it stand its maxima
 * over windows of several sizes, a 1x1 unit mixes all.
 *
 * @param channels output channels
 * @param kernels sides of the windows, odd; 5, 9 and 13 in YOLOv5
 * @param activation in both units
 */
public record Spp(int channels, List<Integer> kernels, Activation activation) implements Block {
    public Spp {
        kernels = List.copyOf(kernels);
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        int half = in.shape().channels() / 2;
        Node narrow = ConvUnit.of(Conv.dense(half, 1, 1), activation).append(network.scope("cv1"), in);
        List<Node> maps = new ArrayList<>(List.of(narrow));
        for (int i = 0; i < kernels.size(); i++) {
            int kernel = kernels.get(i);
            Pool pool = new Pool(Pool.Kind.MAX, kernel, 1, kernel / 2);
            maps.add(network.scope("m").add(Integer.toString(i), pool, narrow));
        }
        Node joined = network.add("concat", new Concat(), maps.toArray(Node[]::new));
        return ConvUnit.of(Conv.dense(channels, 1, 1), activation).append(network.scope("cv2"), joined);
    }
}
