package io.falconet.space.space;

import io.falconet.space.block.Backbone;
import io.falconet.space.block.Detector;
import io.falconet.space.block.Head;
import io.falconet.space.block.Neck;
import io.falconet.space.block.nanodet.NanoDetTower;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Detectors of everything that the catalog has: any stem, any kind of block in each stage, plain or aggregated by a DLA
 * tree, any neck before any head, on levels of stride 4 to 128. The zoo's detectors of these blocks are points of it, its
 * {@linkplain #seeds seeds}.
 *
 * <p>Every point can be built. What has no effect is ignored:
 *
 * <ul>
 *   <li>stage3 where no level needs the backbone's map of stride 32;
 *   <li>the kernel of kinds of block that have but one; aggregation at depth 1; what a tree's depth has beyond a power of
 *       two; the difference between two widths of which a kind makes the same channels;
 *   <li>the width of necks that are as wide as the backbone, and the block of those that are not; the depth of other necks
 *       than these and ghost-pan, and the kernel of all but ghost-pan;
 *   <li>width, depth and kernel of a head that predicts at once; FCOS's head has one kernel, and widths that come to the same
 *       multiple of 32 are one.
 * </ul>
 */
public final class CatalogSpace implements SearchSpace {
    private static final String NAME = "catalog";
    private static final List<String> ACTIVATIONS = List.of("relu", "leaky-relu", "silu", "mish", "hard-swish");
    private static final Map<String, BatchNorm> NORMS =
            Map.of("standard", BatchNorm.STANDARD, "yolov5", new BatchNorm(1e-3, 0.03));

    private final List<Choice> choices = declare();

    private static List<Choice> declare() {
        List<Choice> all = new ArrayList<>();
        all.add(Choice.of("input", IntStream.rangeClosed(4, 20).map(i -> 32 * i).toArray()));
        all.add(new Choice(
                "levels",
                List.of(
                        "4-8-16",
                        "4-8-16+32",
                        "4-8-16-32",
                        "4-8-16-32-64",
                        "8-16",
                        "8-16+32",
                        "8-16-32",
                        "8-16-32-64",
                        "8-16-32-64-128")));
        all.addAll(CatalogBackbone.choices());
        all.add(new Choice("neck", NeckKind.options()));
        all.add(new Choice("neck.block", StageKind.options(Arrays.asList(CspKind.values()))));
        all.add(Choice.of("neck.width", 48, 64, 80, 96, 128, 160));
        all.add(Choice.of("neck.depth", 1, 2, 3));
        all.add(Choice.of("neck.kernel", 3, 5));
        all.add(new Choice("head", HeadKind.options()));
        all.add(Choice.of("head.width", 48, 64, 80, 96, 128, 160));
        all.add(Choice.of("head.depth", 1, 2, 3, 4));
        all.add(Choice.of("head.kernel", 3, 5));
        all.add(new Choice("activation", ACTIVATIONS));
        all.add(new Choice("norm", NORMS.keySet().stream().sorted().toList()));
        return List.copyOf(all);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Choice> choices() {
        return choices;
    }

    @Override
    public Map<String, Architecture> seeds() {
        return CatalogSeeds.all(NAME);
    }

    @Override
    public Detector detector(Architecture architecture, int classes) {
        options(architecture);
        return detector(architecture, architecture.number("input"), classes);
    }

    @Override
    public Detector detector(Architecture architecture, int side, int classes) {
        Activation activation = activation(architecture);
        Levels levels = Levels.of(architecture.decision("levels"));
        Backbone backbone = new CatalogBackbone(architecture, activation).backbone(levels);
        Neck neck = neck(architecture, levels, activation);
        Head head = head(architecture, levels, activation);
        NetworkBuilder network = NetworkBuilder.of(Shape.image(side, side), NORMS.get(architecture.decision("norm")));
        List<Node> maps = backbone.append(network.scope("backbone"), network.input());
        List<Node> fused = neck.append(network.scope("neck"), maps);
        List<Node> looked = fused.subList(0, levels.strides().size());
        Network built = network.build(head.append(network.scope("head"), looked, classes));
        return new Detector(
                looked.size() == fused.size() ? built : built.live(), head.format(classes, levels.strides()));
    }

    private static Activation activation(Architecture architecture) {
        String option = architecture.decision("activation");
        return Activation.valueOf(option.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Neck neck(Architecture architecture, Levels levels, Activation activation) {
        return NeckKind.of(architecture.decision("neck"))
                .neck(new NeckKind.Options(
                        architecture.number("neck.width"),
                        StageKind.named(Arrays.asList(CspKind.values()), architecture.decision("neck.block")),
                        architecture.number("neck.depth"),
                        architecture.number("neck.kernel"),
                        levels.further(),
                        activation));
    }

    private static Head head(Architecture architecture, Levels levels, Activation activation) {
        NanoDetTower tower = new NanoDetTower(
                architecture.number("head.width"),
                architecture.number("head.depth"),
                architecture.number("head.kernel"),
                true,
                activation);
        return HeadKind.of(architecture.decision("head")).head(levels.strides(), tower);
    }
}
