package io.falconet.space.block.scaledyolo;

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
 * SPPCSP, spatial pyramid pooling (He et al., 2015) on one side of a cross stage partial block (Wang et al., 2021): units of
 * 1x1, 3x3 and 1x1, the map joined with its maxima over several windows, units of 1x1 and 3x3; on the other side a bare 1x1
 * convolution; both joined, normed, activated and mixed by a 1x1 unit.
 *
 * @param channels output channels
 * @param hidden channels of each side, as many as the output's in the published models
 * @param kernels sides of the windows, odd; 5, 9 and 13 in the published models
 * @param activation throughout, Mish in the published models
 */
public record SppCsp(int channels, int hidden, List<Integer> kernels, Activation activation) implements Block {
    public SppCsp {
        kernels = List.copyOf(kernels);
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node deep = unit(network, "cv1", 1, in);
        deep = unit(network, "cv3", 3, deep);
        deep = unit(network, "cv4", 1, deep);
        deep = unit(network, "cv5", 1, pyramid(network, deep));
        deep = unit(network, "cv6", 3, deep);
        Node beside = network.add("cv2", Conv.dense(hidden, 1, 1), in);
        Node joined = network.norm(network.add("concat", new Concat(), deep, beside));
        return ConvUnit.of(Conv.dense(channels, 1, 1), activation)
                .append(network.scope("cv7"), network.activate(joined, activation));
    }

    private Node unit(NetworkBuilder network, String name, int kernel, Node in) {
        return ConvUnit.of(Conv.dense(hidden, kernel, 1), activation).append(network.scope(name), in);
    }

    private Node pyramid(NetworkBuilder network, Node map) {
        List<Node> maps = new ArrayList<>(List.of(map));
        for (int i = 0; i < kernels.size(); i++) {
            int kernel = kernels.get(i);
            Pool pool = new Pool(Pool.Kind.MAX, kernel, 1, kernel / 2);
            maps.add(network.scope("m").add(Integer.toString(i), pool, map));
        }
        return network.scope("m").add("concat", new Concat(), maps.toArray(Node[]::new));
    }
}
