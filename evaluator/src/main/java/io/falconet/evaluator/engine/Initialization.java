package io.falconet.evaluator.engine;

import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Op;
import io.falconet.space.graph.TransposedConv;
import io.falconet.space.graph.Weight;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Fills a network's weights. {@link Random} is specified to the bit, so that a seed gives the same on every platform. */
final class Initialization {
    private final Random random;

    Initialization(long seed) {
        random = new Random(seed);
    }

    Map<String, Tensor> of(Network network) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Node node : network.nodes()) {
            if (node.ownsWeights()) {
                node.weights().forEach(weight -> tensors.put(node.key(weight), initial(node.op(), weight)));
            }
        }
        return tensors;
    }

    private Tensor initial(Op op, Weight weight) {
        return switch (weight.role()) {
            case KERNEL -> enlarges(op) ? bilinear(weight) : kernel(weight);
            case INTERPOLATION -> bilinear(weight);
            case GAIN, VARIANCE -> Tensor.filled(weight, 1);
            case BIAS, OFFSET, MEAN -> Tensor.filled(weight, 0);
        };
    }

    /** A transposed convolution with a kernel a channel starts as interpolation (Yu et al., 2018). */
    private static boolean enlarges(Op op) {
        return op instanceof TransposedConv transposed && transposed.groups() == transposed.channels();
    }

    private Tensor kernel(Weight weight) {
        float[] values = new float[Math.toIntExact(weight.size())];
        double fanIn = (double) values.length / weight.dimensions().get(0);
        double deviation = Math.sqrt(2 / fanIn);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return new Tensor(weight.dimensions(), values);
    }

    /** Falls off linearly from the kernel's centre to nothing beyond its edge, the same for each channel. */
    private static Tensor bilinear(Weight weight) {
        int side = weight.dimensions().get(weight.dimensions().size() - 1);
        double reach = side / 2.0;
        double centre = (side - 1) / 2.0;
        float[] values = new float[Math.toIntExact(weight.size())];
        for (int i = 0; i < values.length; i++) {
            double row = 1 - Math.abs(i / side % side - centre) / reach;
            double column = 1 - Math.abs(i % side - centre) / reach;
            values[i] = (float) (row * column);
        }
        return new Tensor(weight.dimensions(), values);
    }
}
