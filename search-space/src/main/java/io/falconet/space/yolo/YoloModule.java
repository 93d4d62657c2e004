package io.falconet.space.yolo;

import io.falconet.space.block.Block;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;
import java.util.function.Function;

/** What a module's name in a layer list stands for. */
@FunctionalInterface
public interface YoloModule {
    /**
     * Appends the module within the row's scope.
     *
     * @param inputs the maps that the row reads, in its order
     * @throws IllegalArgumentException if the arguments are not the module's; the message says what was expected
     */
    Node append(NetworkBuilder network, List<Node> inputs, ModuleArguments arguments);

    /** A module that is repeated as a whole: repeats stand in a row and are numbered, a single one is not. */
    static YoloModule repeated(Function<ModuleArguments, Block> block) {
        return (network, inputs, arguments) -> {
            Node map = arguments.single(inputs);
            int repeats = arguments.repeats();
            for (int i = 0; i < repeats; i++) {
                NetworkBuilder scope = repeats == 1 ? network : network.scope(Integer.toString(i));
                map = block.apply(arguments).append(scope, map);
            }
            return map;
        };
    }

    /** A module that repeats something within itself: the block reads {@link ModuleArguments#repeats()}. */
    static YoloModule deep(Function<ModuleArguments, Block> block) {
        return (network, inputs, arguments) -> block.apply(arguments).append(network, arguments.single(inputs));
    }
}
