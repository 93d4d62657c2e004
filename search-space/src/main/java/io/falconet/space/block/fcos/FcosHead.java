package io.falconet.space.block.fcos;

import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.FcosFormat;
import io.falconet.space.block.Head;
import io.falconet.space.graph.Activate;
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
 * FCOS's head (Tian et al., 2019): a tower of 3x3 convolutions with bias, group norm and ReLU for classes and centreness,
 * another for boxes, and a 3x3 convolution with bias for each of the three. All levels share them; each level multiplies
 * its distances by a learned number before their exponential.
 *
 * @param width channels of the towers, those of the maps that are read; a multiple of 32
 * @param depth convolutions in each tower: 4 in the paper
 */
public record FcosHead(int width, int depth) implements Head {
    private static final GroupNorm NORM = GroupNorm.of(32);

    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels, int classes) {
        List<Node> predictions = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            NetworkBuilder level = i == 0 ? network : network.scope("level" + i).sharing(network);
            Node kinds = tower(level.scope("cls_tower"), levels.get(i));
            Node logits = level.add("cls_logits", conv(classes), kinds);
            Node centreness = level.add("centerness", conv(1), kinds);
            Node raw = level.add("bbox_pred", conv(4), tower(level.scope("bbox_tower"), levels.get(i)));
            Node scaled = network.scope("scales").add(Integer.toString(i), new LearnedScale(), raw);
            Node distances = level.add("exp", new Activate(Activation.EXP), scaled);
            predictions.add(level.add("joined", new Concat(), logits, distances, centreness));
        }
        return predictions;
    }

    private Node tower(NetworkBuilder network, Node in) {
        Node map = in;
        for (int i = 0; i < depth; i++) {
            Node mixed = network.add(Integer.toString(3 * i), conv(width), map);
            Node normed = network.add(Integer.toString(3 * i + 1), NORM, mixed);
            map = network.add(Integer.toString(3 * i + 2), new Activate(Activation.RELU), normed);
        }
        return map;
    }

    private static Conv conv(int channels) {
        return new Conv(channels, 3, 1, 1, 1, true);
    }

    @Override
    public DetectionFormat format(int classes, List<Integer> strides) {
        return new FcosFormat(classes, strides);
    }
}
