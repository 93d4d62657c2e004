package io.falconet.space.block.yolo;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;

/**
 * YOLOv5's fast spatial pyramid pooling: {@link Spp} with three windows of one size after each other, whose maxima are
 * those of windows of 1, 2 and 3 times the reach.
 *
 * @param channels output channels
 * @param kernel side of the window, odd; 5 in YOLOv5
 * @param activation in both units
 */
public record Sppf(int channels, int kernel, Activation activation) implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        int half = in.shape().channels() / 2;
        Pool pool = new Pool(Pool.Kind.MAX, kernel, 1, kernel / 2);
        Node narrow = ConvUnit.of(Conv.dense(half, 1, 1), activation).append(network.scope("cv1"), in);
        Node once = network.add("pool1", pool, narrow);
        Node twice = network.add("pool2", pool, once);
        Node thrice = network.add("pool3", pool, twice);
        Node joined = network.add("concat", new Concat(), narrow, once, twice, thrice);
        return ConvUnit.of(Conv.dense(channels, 1, 1), activation).append(network.scope("cv2"), joined);
    }
}
