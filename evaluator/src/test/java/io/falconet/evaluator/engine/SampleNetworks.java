package io.falconet.evaluator.engine;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.GlobalPool;
import io.falconet.space.graph.GroupNorm;
import io.falconet.space.graph.LearnedScale;
import io.falconet.space.graph.Linear;
import io.falconet.space.graph.Multiply;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;
import io.falconet.space.graph.Resize;
import io.falconet.space.graph.Scale;
import io.falconet.space.graph.Shape;
import io.falconet.space.graph.Shuffle;
import io.falconet.space.graph.Slice;
import io.falconet.space.graph.SpaceToDepth;
import io.falconet.space.graph.TransposedConv;
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
        // the exponential, last, has a step of its own: several in a row leave the range of floats
        return Activation.values()[random.nextInt(Activation.EXP.ordinal())];
    }

    private static Node step(NetworkBuilder network, Node x, Random random) {
        int channels = x.shape().channels();
        return switch (random.nextInt(12)) {
            case 0 -> network.convNormActivate(x, Conv.depthwise(channels, 5, 1), any(random));
            case 1 -> network.add("max", new Pool(Pool.Kind.MAX, 3, 1, 1), x);
            case 2 -> network.add("shuffle", new Shuffle(random.nextBoolean() ? 2 : channels / 2), x);
            case 3 -> network.add("sum", new Add(), x, network.norm(x), network.activate(x, any(random)));
            case 4 -> gated(network, x);
            case 5 -> resized(network, x, Resize.Mode.NEAREST);
            case 6 -> resized(network, x, Resize.Mode.BILINEAR);
            case 7 -> halves(network, x);
            case 8 -> transposed(network, x, random.nextBoolean() ? channels : 2);
            case 9 -> network.add("group", GroupNorm.of(random.nextBoolean() ? 2 : 4), scaled(network, x));
            case 10 -> network.add("uneven", new Pool(pooled(random), 2, 1, 0, 1), x);
            default -> excited(network, x);
        };
    }

    private static Pool.Kind pooled(Random random) {
        return Pool.Kind.values()[random.nextInt(Pool.Kind.values().length)];
    }

    private static Node transposed(NetworkBuilder network, Node x, int groups) {
        int channels = x.shape().channels();
        Node deep = network.conv(network.add("deep", new SpaceToDepth(2), x), Conv.dense(channels, 1, 1));
        return network.add("transposed", new TransposedConv(channels, 4, 2, 1, groups, groups == 2), deep);
    }

    private static Node scaled(NetworkBuilder network, Node x) {
        return network.add("learned", new LearnedScale(), network.add("half", new Scale(0.5), x));
    }

    private static Node excited(NetworkBuilder network, Node x) {
        Node mean = network.add("mean", new GlobalPool(), x);
        Node linear = network.add("linear", new Linear(x.shape().channels(), true), mean);
        Node bounded = network.scope("bounded").activate(linear, Activation.SIGMOID);
        return network.add("everywhere", new Add(), x, network.activate(bounded, Activation.EXP));
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
