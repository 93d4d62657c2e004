package io.falconet.evaluator.engine;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.GlobalPool;
import io.falconet.space.graph.Multiply;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;
import io.falconet.space.graph.Resize;
import io.falconet.space.graph.Shape;
import io.falconet.space.graph.Shuffle;
import io.falconet.space.graph.Slice;
import java.util.List;
import java.util.Random;

/** Networks that use every operator. */
final class SampleNetworks {
    private SampleNetworks() {}

    /** A random network of two outputs, in which each step draws one of all operators. */
    static Network random(long seed) {
        Random random = new Random(seed);
        NetworkBuilder network = NetworkBuilder.of(Shape.image(24, 32));
        Node x = network.scope("stem").convNormActivate(network.input(), Conv.dense(8, 3, 2), any(random));
        for (int i = 0; i < 8; i++) {
            x = step(network.scope("step" + i), x, random);
        }
        Node coarse = network.add("pool", new Pool(Pool.Kind.AVERAGE, 2, 2, 0), x);
        return network.build(List.of(network.scope("a").conv(x, Conv.pointwiseWithBias(5)), coarse));
    }

    private static Activation any(Random random) {
        return Activation.values()[random.nextInt(Activation.values().length)];
    }

    private static Node step(NetworkBuilder network, Node x, Random random) {
        int channels = x.shape().channels();
        return switch (random.nextInt(8)) {
            case 0 -> network.convNormActivate(x, Conv.depthwise(channels, 5, 1), any(random));
            case 1 -> network.add("max", new Pool(Pool.Kind.MAX, 3, 1, 1), x);
            case 2 -> network.add("shuffle", new Shuffle(random.nextBoolean() ? 2 : channels / 2), x);
            case 3 -> network.add("sum", new Add(), x, network.norm(x), network.activate(x, any(random)));
            case 4 -> gated(network, x);
            case 5 -> resized(network, x, Resize.Mode.NEAREST);
            case 6 -> resized(network, x, Resize.Mode.BILINEAR);
            default -> halves(network, x);
        };
    }

    private static Node gated(NetworkBuilder network, Node x) {
        Node gate = network.conv(
                network.add("pool", new GlobalPool(), x),
                Conv.pointwiseWithBias(x.shape().channels()));
        return network.add("gated", new Multiply(), x, network.activate(gate, Activation.SIGMOID));
    }

    private static Node resized(NetworkBuilder network, Node x, Resize.Mode mode) {
        return network.add(
                "up", new Resize(mode, 2), network.conv(x, Conv.dense(x.shape().channels(), 3, 2)));
    }

    private static Node halves(NetworkBuilder network, Node x) {
        int channels = x.shape().channels();
        Node left = network.add("left", new Slice(0, channels / 2), x);
        Node right = network.add("right", new Slice(channels / 2, channels), x);
        Node joined =
                network.add("joined", new Concat(), network.convNorm(left, Conv.dense(channels / 2, 1, 1)), right);
        return network.add("interleaved", new Shuffle(2), joined);
    }

    static float[] images(int count, Shape shape, long seed) {
        Random random = new Random(seed);
        float[] values = new float[Math.toIntExact(count * shape.elements())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
