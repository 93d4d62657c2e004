package io.falconet.space.block.nanodet;

import io.falconet.space.block.ConvUnit;
import io.falconet.space.block.Neck;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.LearnedOffset;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;
import io.falconet.space.graph.Resize;
import java.util.ArrayList;
import java.util.List;

/**
 * NanoDet-t's transformer attention network (Lyu, 2021) between three levels: a 1x1 unit brings each to one width; all are
 * brought to the middle one's area, joined, mixed by a 1x1 convolution and told their positions; an {@linkplain
 * TransformerEncoder encoder} makes one map of it, which is added to each level. Positions are learned for one area, so
 * that weights fit one image size. The published code also builds a fully connected layer, and never runs it.
 *
 * @param width channels of each level
 * @param encoder what makes the map
 */
public record TanNeck(int width, TransformerEncoder encoder) implements Neck {
    private static final int LEVELS = 3;

    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels) {
        if (levels.size() != LEVELS) {
            throw new IllegalArgumentException("A transformer attention network joins 3 levels, found " + levels.size()
                    + ". Maybe a path aggregation network.");
        }
        List<Node> laterals = new ArrayList<>();
        for (int i = 0; i < LEVELS; i++) {
            laterals.add(ConvUnit.of(Conv.dense(width, 1, 1), encoder.activation())
                    .append(network.scope("lateral_convs").scope(Integer.toString(i)), levels.get(i)));
        }
        Node joined = network.add(
                "concat",
                new Concat(),
                halved(network, "fine", laterals.get(0)),
                laterals.get(1),
                enlarged(network, "coarse", laterals.get(2)));
        Node map = transform(network, joined);
        return List.of(
                network.add("add0", new Add(), laterals.get(0), enlarged(network, "up", map)),
                network.add("add1", new Add(), laterals.get(1), map),
                network.add("add2", new Add(), laterals.get(2), halved(network, "down", map)));
    }

    private Node transform(NetworkBuilder network, Node joined) {
        NetworkBuilder transformer = network.scope("transformer");
        NetworkBuilder mixer = transformer.scope("conv");
        Node mixed = mixer.activate(mixer.conv(joined, Conv.pointwiseWithBias(width)), Activation.RELU);
        transformer.idle().add("linear", Conv.pointwiseWithBias(width), mixed);
        Node placed = network.add("pos_embed", new LearnedOffset(), mixed);
        return encoder.append(transformer.scope("encoders").scope("0"), placed);
    }

    /** Bilinear halving is the mean of 2x2 cells. */
    private static Node halved(NetworkBuilder network, String name, Node map) {
        return network.add(name, new Pool(Pool.Kind.AVERAGE, 2, 2, 0), map);
    }

    private static Node enlarged(NetworkBuilder network, String name, Node map) {
        return network.add(name, new Resize(Resize.Mode.BILINEAR, 2), map);
    }
}
