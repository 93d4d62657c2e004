package io.falconet.space.block.shufflenet;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.graph.Shuffle;
import io.falconet.space.graph.Slice;

/**
 * ShuffleNetV2 unit (Ma et al., 2018) in the layout of torchvision and NanoDet. At stride 1 the first half of the
 * channels passes and the second is transformed; at stride 2 both branches see the whole input and give half of the
 * output. Concatenation, then the halves are interleaved. There is no activation after a depthwise convolution.
 *
 * <p>The authors' own code shuffles before it splits, and keeps the input's channels in the passing branch at stride 2:
 * other counts, other weights.
 *
 * @param channels output channels, even; at stride 1 the input's
 * @param kernel side of the depthwise kernel: 3, 5 or 7
 * @param stride 1 or 2
 * @param activation after the 1x1 convolutions
 */
public record ShuffleNetV2Unit(int channels, int kernel, int stride, Activation activation) implements Block {
    public ShuffleNetV2Unit {
        if (channels % 2 != 0) {
            throw new IllegalArgumentException("A ShuffleNetV2 unit needs even channels, found " + channels + ".");
        }
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node joined = stride == 1 ? transformHalf(network, in) : reduce(network, in);
        return network.add("shuffle", new Shuffle(2), joined);
    }

    private Node transformHalf(NetworkBuilder network, Node in) {
        if (in.shape().channels() != channels) {
            throw new ShapeException(
                    "A ShuffleNetV2 unit of stride 1 keeps its channels, found %s for %d. Maybe stride 2."
                            .formatted(in.shape(), channels));
        }
        Node passed = network.add("passed", new Slice(0, channels / 2), in);
        Node rest = network.add("rest", new Slice(channels / 2, channels), in);
        return network.add("concat", new Concat(), passed, transform(network.scope("main"), rest));
    }

    private Node reduce(NetworkBuilder network, Node in) {
        NetworkBuilder side = network.scope("side");
        Conv depthwise = Conv.depthwise(in.shape().channels(), kernel, stride);
        Node filtered = ConvUnit.linear(depthwise).append(side.scope("depthwise"), in);
        Node reduced = pointwise().append(side.scope("pointwise"), filtered);
        return network.add("concat", new Concat(), reduced, transform(network.scope("main"), in));
    }

    private Node transform(NetworkBuilder network, Node in) {
        Node expanded = pointwise().append(network.scope("expand"), in);
        Node filtered = ConvUnit.linear(Conv.depthwise(channels / 2, kernel, stride))
                .append(network.scope("depthwise"), expanded);
        return pointwise().append(network.scope("pointwise"), filtered);
    }

    private ConvUnit pointwise() {
        return ConvUnit.of(Conv.dense(channels / 2, 1, 1), activation);
    }
}
