package io.falconet.space.catalog;

import io.falconet.space.block.dla.DlaNode;
import io.falconet.space.block.dla.DlaRoot;
import io.falconet.space.block.dla.DlaUp;
import io.falconet.space.block.dla.IdaUp;
import io.falconet.space.block.dla.PublishedTree;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of deep layer aggregation by its authors. */
final class DlaBlocks implements CatalogFamily {
    private static final List<Integer> SCALES = List.of(1, 2, 4, 8, 16);

    @Override
    public Optional<CatalogEntry> entry(AuthorsCall call) {
        return call.variant().equals("dla") ? part(call).map(CatalogEntry::of) : Optional.empty();
    }

    private static Optional<CatalogPart> part(AuthorsCall call) {
        return switch (call.block()) {
            case "BasicBlock", "Bottleneck", "BottleneckX" -> Optional.of(node(call));
            case "Root" -> Optional.of(root(call));
            case "Tree" -> Optional.of(tree(call));
            case "IDAUp" -> Optional.of(idaUp(call));
            case "DLAUp" -> Optional.of(dlaUp(call));
            default -> Optional.empty();
        };
    }

    /** The residual is the second input, or else the first as it is. */
    private static CatalogPart node(AuthorsCall call) {
        DlaNode node = new DlaNode(
                kind(call.block()), call.number(1, "planes", 0), call.number(2, "stride", 1), Activation.RELU);
        return (network, inputs) -> List.of(node.append(network, inputs.get(0), inputs.get(inputs.size() - 1)));
    }

    private static DlaNode.Kind kind(String name) {
        return name.contains("BasicBlock")
                ? DlaNode.Kind.BASIC
                : name.contains("BottleneckX") ? DlaNode.Kind.BOTTLENECK_X : DlaNode.Kind.BOTTLENECK;
    }

    private static CatalogPart root(AuthorsCall call) {
        DlaRoot root = new DlaRoot(
                call.number(1, "out_channels", 0),
                padding(call.number(2, "kernel_size", 1)),
                call.flag(3, "residual", false),
                Activation.RELU);
        return (network, inputs) -> List.of(root.append(network, inputs));
    }

    private static int padding(int kernel) {
        return (kernel - 1) / 2;
    }

    private static CatalogPart tree(AuthorsCall call) {
        PublishedTree tree = new PublishedTree(
                kind(call.text(1, "block", "BasicBlock")),
                call.number(3, "out_channels", 0),
                call.number(0, "levels", 1),
                call.number(4, "stride", 1),
                call.flag(5, "level_root", false),
                padding(call.number(7, "root_kernel_size", 1)),
                call.flag(9, "root_residual", false));
        return (network, inputs) -> List.of(tree.append(network, inputs.get(0)));
    }

    /** The authors return the last map, and beside it all of them. */
    private static CatalogPart idaUp(AuthorsCall call) {
        IdaUp ida = new IdaUp(
                call.number(1, "out_dim", 0),
                call.number(0, "node_kernel", 3),
                call.numbers(3, "up_factors", List.of()),
                Activation.RELU);
        return (network, inputs) -> {
            List<Node> maps = ida.append(network, inputs);
            List<Node> outputs = new ArrayList<>(List.of(maps.get(maps.size() - 1)));
            outputs.addAll(maps);
            return outputs;
        };
    }

    private static CatalogPart dlaUp(AuthorsCall call) {
        List<Integer> widths = call.numbers(0, "channels", List.of());
        List<Integer> scales = call.numbers(1, "scales", SCALES.subList(SCALES.size() - widths.size(), SCALES.size()));
        DlaUp decoder = new DlaUp(widths, scales, Activation.RELU);
        return (network, inputs) -> List.of(decoder.append(network, inputs).get(0));
    }
}
