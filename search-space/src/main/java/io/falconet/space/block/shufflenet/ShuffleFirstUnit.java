package io.falconet.space.block.shufflenet;

import io.falconet.space.block.Block;
import io.falconet.space.block.NumberedUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.graph.Shuffle;
import io.falconet.space.graph.Slice;

/**
 * ShuffleNetV2 unit (Ma et al., 2018) in the layout of its authors, which shuffles before it splits. At stride 1 half of
 * the shuffled channels pass and the other half is transformed; at stride 2 the passing branch keeps the input's channels
 * and the transforming one gives the rest. The output is their concatenation, as it is. There is no activation after a
 * depthwise convolution.
 *
 * <p>{@link ShuffleNetV2Unit} is another layout of the same paper: other counts, other weights.
 *
 * @param hidden channels of the depthwise convolution that transforms; half of the output's in all published networks
 * @param channels output channels; at stride 1 the input's
 * @param kernel side of the depthwise kernels
 * @param stride 1 or 2
 * @param order of the channels that are split at stride 1
 * @param activation after the 1x1 convolutions
 */
public record ShuffleFirstUnit(int hidden, int channels, int kernel, int stride, Order order, Activation activation)
        implements Block {
    /** In which order the channels are split. The two orders are inverse to each other. */
    public enum Order {
        /** The even channels pass, the odd ones are transformed: as the paper's authors have it. */
        EVEN_THEN_ODD,
        /** The halves are interleaved (0, c/2, 1, c/2 + 1, …), then split in halves: as ThunderNet's code has it. */
        INTERLEAVED
    }

    /** The unit of the paper's authors. */
    public static ShuffleFirstUnit megvii(int channels, int kernel, int stride) {
        return new ShuffleFirstUnit(channels / 2, channels, kernel, stride, Order.EVEN_THEN_ODD, Activation.RELU);
    }

    /** The unit of ThunderNet's backbones, with 5x5 depthwise kernels. */
    public static ShuffleFirstUnit thunderNet(int channels, int stride) {
        return new ShuffleFirstUnit(channels / 2, channels, 5, stride, Order.INTERLEAVED, Activation.RELU);
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        if (stride > 1) {
            Node projected = project(network.scope("branch_proj"), in);
            return join(network, projected, in);
        }
        Node shuffled = network.add("shuffle", shuffle(in), in);
        Node passed = network.add("passed", new Slice(0, channels / 2), shuffled);
        return join(network, passed, network.add("rest", new Slice(channels / 2, channels), shuffled));
    }

    private Shuffle shuffle(Node in) {
        if (in.shape().channels() != channels) {
            throw new ShapeException(
                    "A ShuffleNetV2 unit of stride 1 keeps its channels, found %s for %d. Maybe stride 2."
                            .formatted(in.shape(), channels));
        }
        return new Shuffle(order == Order.INTERLEAVED ? 2 : channels / 2);
    }

    private Node project(NetworkBuilder network, Node in) {
        int kept = in.shape().channels();
        Node filtered =
                NumberedUnit.linear(0, Conv.depthwise(kept, kernel, stride)).append(network, in);
        return NumberedUnit.of(2, Conv.dense(kept, 1, 1), activation).append(network, filtered);
    }

    /** The passing branch, then what the other makes of its input. */
    private Node join(NetworkBuilder network, Node passed, Node rest) {
        NetworkBuilder main = network.scope("branch_main");
        int given = channels - passed.shape().channels();
        Node expanded = NumberedUnit.of(0, Conv.dense(hidden, 1, 1), activation).append(main, rest);
        Node filtered =
                NumberedUnit.linear(3, Conv.depthwise(hidden, kernel, stride)).append(main, expanded);
        Node mixed = NumberedUnit.of(5, Conv.dense(given, 1, 1), activation).append(main, filtered);
        return network.add("concat", new Concat(), passed, mixed);
    }
}
