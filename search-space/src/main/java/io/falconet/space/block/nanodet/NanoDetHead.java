package io.falconet.space.block.nanodet;

import io.falconet.space.block.DepthwiseSeparable;
import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.GflFormat;
import io.falconet.space.block.Head;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * NanoDet's head: each level has its own depthwise separable units, which classes and boxes share, and one 1x1
 * convolution with bias that predicts both.
 *
 * @param width channels of the units
 * @param depth units a level
 * @param kernel side of their depthwise kernel
 * @param regMax the largest distance to a box's side, in strides
 * @param activation in the units
 */
public record NanoDetHead(int width, int depth, int kernel, int regMax, Activation activation) implements Head {
    /** A head with NanoDet's range of distances and activation. */
    public static NanoDetHead of(int width, int depth, int kernel) {
        return new NanoDetHead(width, depth, kernel, 7, Activation.LEAKY_RELU);
    }

    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels, int classes) {
        int channels = new GflFormat(classes, regMax, List.of()).channels();
        List<Node> predictions = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            NetworkBuilder level = network.scope("level" + i);
            Node map = levels.get(i);
            for (int j = 0; j < depth; j++) {
                map = new DepthwiseSeparable(width, kernel, 1, activation)
                        .append(level.scope(Integer.toString(j)), map);
            }
            predictions.add(level.add("predict", Conv.pointwiseWithBias(channels), map));
        }
        return predictions;
    }

    @Override
    public DetectionFormat format(int classes, List<Integer> strides) {
        return new GflFormat(classes, regMax, strides);
    }
}
