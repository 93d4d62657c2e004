package io.falconet.space.yolo;

import io.falconet.space.graph.Concat;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;
import io.falconet.space.graph.Resize;
import java.util.List;
import java.util.Map;

/** The modules that lists take from the engine itself, and the join: they have no width of their own. */
final class PlainModules {
    private PlainModules() {}

    static ModuleRegistry registry() {
        return ModuleRegistry.of(Map.of(
                "Concat", PlainModules::concat,
                "nn.Upsample", PlainModules::upsample,
                "nn.MaxPool2d", PlainModules::maxPool,
                "nn.BatchNorm2d", (network, inputs, arguments) -> network.norm(arguments.single(inputs))));
    }

    private static Node concat(NetworkBuilder network, List<Node> inputs, ModuleArguments arguments) {
        if (arguments.number(0, 1) != 1) {
            throw new IllegalArgumentException(
                    "Concat joins channels, which are axis 1, found axis %d.".formatted(arguments.number(0, 1)));
        }
        return network.add("concat", new Concat(), inputs.toArray(Node[]::new));
    }

    private static Node upsample(NetworkBuilder network, List<Node> inputs, ModuleArguments arguments) {
        String mode = arguments.text(2, "nearest");
        Resize.Mode found =
                switch (mode) {
                    case "nearest" -> Resize.Mode.NEAREST;
                    case "bilinear" -> Resize.Mode.BILINEAR;
                    default ->
                        throw new IllegalArgumentException(
                                "nn.Upsample takes nearest or bilinear, found %s.".formatted(mode));
                };
        return network.add("up", new Resize(found, arguments.number(1)), arguments.single(inputs));
    }

    private static Node maxPool(NetworkBuilder network, List<Node> inputs, ModuleArguments arguments) {
        int kernel = arguments.number(0);
        Pool pool = new Pool(Pool.Kind.MAX, kernel, arguments.number(1, kernel), arguments.number(2, 0));
        return network.add("pool", pool, arguments.single(inputs));
    }
}
