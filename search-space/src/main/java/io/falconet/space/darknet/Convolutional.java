package io.falconet.space.darknet;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;
import java.util.Optional;

/**
 * Darknet's {@code [convolutional]}: nodes {@code conv}, {@code bn} and {@code act}. The convolution has a bias where
 * there is no batch norm.
 *
 * @param filters output channels
 * @param size the kernel's side in cells
 * @param stride step between windows in cells
 * @param padding zeros added on each side in cells
 * @param groups channel groups that do not see each other
 * @param batchNormalize whether a batch norm follows
 * @param activation applied last; empty is darknet's {@code linear}
 */
public record Convolutional(
        int filters,
        int size,
        int stride,
        int padding,
        int groups,
        boolean batchNormalize,
        Optional<Activation> activation)
        implements DarknetLayer {
    /** A convolution that keeps the area at stride 1, with batch norm. */
    public static Convolutional normed(int filters, int size, int stride, Activation activation) {
        return new Convolutional(filters, size, stride, size / 2, 1, true, Optional.of(activation));
    }

    /** The 1x1 convolution before a {@code [yolo]}: bias, no norm. */
    public static Convolutional predicting(int filters, Optional<Activation> activation) {
        return new Convolutional(filters, 1, 1, 0, 1, false, activation);
    }

    /** The same with another number of output channels. */
    public Convolutional withFilters(int other) {
        return new Convolutional(other, size, stride, padding, groups, batchNormalize, activation);
    }

    @Override
    public Node append(NetworkBuilder network, List<Node> inputs) {
        Node filtered = network.conv(inputs.get(0), new Conv(filters, size, stride, padding, groups, !batchNormalize));
        Node normed = batchNormalize ? network.norm(filtered) : filtered;
        return activation.map(function -> network.activate(normed, function)).orElse(normed);
    }
}
