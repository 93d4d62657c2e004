package io.falconet.space.block.nanodet;

import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.GflFormat;
import io.falconet.space.block.Head;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * NanoDet's head: each level has its own {@linkplain NanoDetTower tower} and 1x1 convolutions with bias that predict
 * classes and boxes.
 *
 * @param tower before the predictions
 * @param regMax the largest distance to a box's side, in strides
 * @param boxes what predicts the boxes
 */
public record NanoDetHead(NanoDetTower tower, int regMax, Boxes boxes) implements Head {
    /** What predicts the boxes of a level. */
    public enum Boxes {
        /** The convolution that predicts the classes too. */
        SHARED,
        /** The same; and, as in the published code, a convolution for boxes alone is built and never run. */
        SHARED_BESIDE_IDLE,
        /** A convolution after a tower of its own. */
        OWN
    }

    /** A head that shares all, with NanoDet's range of distances and activation. */
    public static NanoDetHead of(int width, int depth, int kernel) {
        return new NanoDetHead(NanoDetTower.of(width, depth, kernel), 7, Boxes.SHARED);
    }

    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels, int classes) {
        List<Node> predictions = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            predictions.add(predict(network.scope("level" + i), levels.get(i), classes));
        }
        return predictions;
    }

    private Node predict(NetworkBuilder level, Node in, int classes) {
        Node map = tower.append(level, in);
        if (boxes == Boxes.OWN) {
            Node scores = level.add("predict", Conv.pointwiseWithBias(classes), map);
            Node distances = level.add("distances", distances(), tower.append(level.scope("boxes"), in));
            return level.add("joined", new Concat(), scores, distances);
        }
        if (boxes == Boxes.SHARED_BESIDE_IDLE) {
            level.idle().add("distances", distances(), map);
        }
        int channels = new GflFormat(classes, regMax, List.of()).channels();
        return level.add("predict", Conv.pointwiseWithBias(channels), map);
    }

    private Conv distances() {
        return Conv.pointwiseWithBias(4 * (regMax + 1));
    }

    @Override
    public DetectionFormat format(int classes, List<Integer> strides) {
        return new GflFormat(classes, regMax, strides);
    }
}
