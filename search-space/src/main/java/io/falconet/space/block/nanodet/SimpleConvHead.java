package io.falconet.space.block.nanodet;

import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.GflFormat;
import io.falconet.space.block.Head;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.GroupNorm;
import io.falconet.space.graph.LearnedScale;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The head that assigns objects to cells while NanoDet-Plus is trained (Lyu, 2021), and is dropped afterwards. Classes and
 * boxes have a tower each of dense 3x3 convolutions with group norm, and a 3x3 convolution with bias that predicts; all
 * levels share them, and each has a learned scale for its distances.
 *
 * @param width channels of the towers, a multiple of 32
 * @param depth convolutions in each tower
 * @param regMax the largest distance to a box's side, in strides
 * @param activation in the towers
 */
public record SimpleConvHead(int width, int depth, int regMax, Activation activation) implements Head {
    private static final GroupNorm NORM = GroupNorm.of(32);

    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels, int classes) {
        List<Node> predictions = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            NetworkBuilder level = i == 0 ? network : network.scope("level" + i).sharing(network);
            Node scores = level.add("gfl_cls", predict(classes), tower(level.scope("cls_convs"), levels.get(i)));
            Node distances =
                    level.add("gfl_reg", predict(4 * (regMax + 1)), tower(level.scope("reg_convs"), levels.get(i)));
            Node scaled = network.scope("scales").add(Integer.toString(i), new LearnedScale(), distances);
            predictions.add(level.add("joined", new Concat(), scores, scaled));
        }
        return predictions;
    }

    private Node tower(NetworkBuilder network, Node in) {
        Node map = in;
        for (int i = 0; i < depth; i++) {
            NetworkBuilder unit = network.scope(Integer.toString(i));
            map = unit.activate(unit.add("gn", NORM, unit.conv(map, Conv.dense(width, 3, 1))), activation);
        }
        return map;
    }

    private static Conv predict(int channels) {
        return new Conv(channels, 3, 1, 1, 1, true);
    }

    @Override
    public DetectionFormat format(int classes, List<Integer> strides) {
        return new GflFormat(classes, regMax, strides, GflFormat.CORNER);
    }
}
