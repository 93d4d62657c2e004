package io.falconet.space.search;

import io.falconet.space.block.Detector;
import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.Choice;
import io.falconet.space.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;

/** A space of three-stage networks, quick to build. A pointwise stage has no use for its kernel. */
public record ToySpace() implements SearchSpace {
    private static final List<String> BLOCKS = List.of("dense", "depthwise", "pointwise");

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (int stage = 1; stage <= 3; stage++) {
            choices.add(new Choice("block" + stage, BLOCKS));
            choices.add(Choice.of("width" + stage, 8, 16, 24, 32, 48, 64));
            choices.add(Choice.of("kernel" + stage, 1, 3, 5, 7));
            choices.add(Choice.of("depth" + stage, 1, 2, 3));
        }
        return choices;
    }

    @Override
    public Detector detector(Architecture architecture, int classes) {
        NetworkBuilder network = NetworkBuilder.of(Shape.image(32, 32));
        Node last = network.input();
        for (int stage = 1; stage <= 3; stage++) {
            for (int layer = 0; layer < architecture.number("depth" + stage); layer++) {
                NetworkBuilder scope = network.scope(stage + "." + layer);
                last = scope.convNormActivate(
                        block(scope, last, architecture, stage, layer == 0 ? 2 : 1),
                        Conv.dense(architecture.number("width" + stage), 1, 1),
                        Activation.RELU);
            }
        }
        GflFormat format = new GflFormat(classes, 7, List.of(8));
        Node output = network.add("head", Conv.pointwiseWithBias(format.channels()), last);
        return new Detector(network.build(List.of(output)), format);
    }

    private static Node block(NetworkBuilder scope, Node in, Architecture architecture, int stage, int stride) {
        int kernel = architecture.number("kernel" + stage);
        int channels = in.shape().channels();
        return switch (architecture.decision("block" + stage)) {
            case "dense" -> scope.add("spatial", Conv.dense(channels, kernel, stride), in);
            case "depthwise" -> scope.add("spatial", Conv.depthwise(channels, kernel, stride), in);
            default -> scope.add("spatial", Conv.depthwise(channels, 1, stride), in);
        };
    }
}
