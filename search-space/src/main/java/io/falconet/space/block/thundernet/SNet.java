package io.falconet.space.block.thundernet;

import io.falconet.space.block.Backbone;
import io.falconet.space.block.NumberedUnit;
import io.falconet.space.block.shufflenet.ShuffleFirstUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * ThunderNet's backbone (Qin et al., 2019): ShuffleNetV2 with 5x5 depthwise kernels. A stem of stride 4, then stages of 4,
 * 8 and 4 units at strides 8, 16 and 32, whose maps are given.
 *
 * @param stem channels of the first convolution
 * @param widths output channels of the three stages
 * @param last channels of a 1x1 convolution after the last stage; the two larger networks have none
 */
public record SNet(int stem, List<Integer> widths, OptionalInt last) implements Backbone {
    /** The smallest: about 49 million multiply-accumulates as a classifier. */
    public static final SNet SNET49 = new SNet(24, List.of(60, 120, 240), OptionalInt.of(512));

    /** The middle one. */
    public static final SNet SNET146 = new SNet(24, List.of(132, 264, 528), OptionalInt.empty());

    /** The largest. */
    public static final SNet SNET535 = new SNet(48, List.of(248, 496, 992), OptionalInt.empty());

    private static final List<Integer> DEPTHS = List.of(4, 8, 4);

    public SNet {
        widths = List.copyOf(widths);
    }

    @Override
    public List<Node> append(NetworkBuilder network, Node image) {
        Node half = NumberedUnit.of(0, Conv.dense(stem, 3, 2), Activation.RELU).append(network.scope("conv1"), image);
        Node map = network.add("maxpool", new Pool(Pool.Kind.MAX, 3, 2, 1), half);
        List<Node> maps = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            map = stage(network.scope("stage" + (i + 1)), map, widths.get(i), DEPTHS.get(i));
            maps.add(map);
        }
        if (last.isPresent()) {
            Conv conv = Conv.dense(last.getAsInt(), 1, 1);
            Node wide = NumberedUnit.of(0, conv, Activation.RELU).append(network.scope("conv5"), map);
            maps.set(maps.size() - 1, wide);
        }
        return maps;
    }

    private static Node stage(NetworkBuilder network, Node in, int width, int depth) {
        Node map = in;
        for (int i = 0; i < depth; i++) {
            map = ShuffleFirstUnit.thunderNet(width, i == 0 ? 2 : 1).append(network.scope(Integer.toString(i)), map);
        }
        return map;
    }
}
