package io.falconet.space.darknet;

import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;
import java.util.List;

/**
 * Darknet's {@code [maxpool]}: node {@code pool}. The padding is darknet's, counted for both sides together: the smaller
 * half comes before the first row and column, the larger one after the last.
 *
 * @param size the window's side in cells
 * @param stride step between windows in cells
 * @param padding cells added in all along each axis
 */
public record MaxPool(int size, int stride, int padding) implements DarknetLayer {
    /** A pool with darknet's usual padding, which keeps the area at stride 1. */
    public static MaxPool of(int size, int stride) {
        return new MaxPool(size, stride, size - 1);
    }

    @Override
    public Node append(NetworkBuilder network, List<Node> inputs) {
        int before = padding / 2;
        return network.add("pool", new Pool(Pool.Kind.MAX, size, stride, before, padding - before), inputs.get(0));
    }
}
