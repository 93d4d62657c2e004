package io.falconet.space.space;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvStem;
import io.falconet.space.block.Detector;
import io.falconet.space.block.Neck;
import io.falconet.space.block.PooledStem;
import io.falconet.space.block.StagedBackbone;
import io.falconet.space.block.gsconv.SlimNeck;
import io.falconet.space.block.nanodet.NanoDetHead;
import io.falconet.space.block.nanodet.PanNeck;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Light detectors of small objects: a stem, up to three stages of any block kind, plain or aggregated by a DLA tree, a
 * neck and NanoDet's head. NanoDet-m and its half are points of this space.
 *
 * <p>What has no effect is ignored: the stage beyond the coarsest level, the kernel of a kind that has but one. A tree
 * holds as many nodes as the largest power of two within the depth.
 */
public final class SmallObjectSpace implements SearchSpace {
    private static final Activation ACTIVATION = Activation.LEAKY_RELU;

    private final List<Choice> choices = declare();

    private static List<Choice> declare() {
        List<Choice> all = new ArrayList<>();
        all.add(Choice.of("input", IntStream.rangeClosed(4, 13).map(i -> 32 * i).toArray()));
        all.add(new Choice("levels", List.of("4-8-16", "4-8-16-32", "8-16-32", "8-16")));
        all.add(new Choice("stem", List.of("pool", "conv")));
        all.add(Choice.of("stem.width", 16, 24, 32));
        stage(all, "stage1", new int[] {48, 64, 88, 116, 144, 176}, 2, 3, 4, 6);
        stage(all, "stage2", new int[] {96, 128, 176, 232, 288, 352}, 2, 4, 6, 8);
        stage(all, "stage3", new int[] {128, 192, 256, 352, 464, 576}, 2, 3, 4, 6);
        all.add(new Choice("neck", List.of("pan", "slim")));
        all.add(Choice.of("neck.width", 48, 64, 80, 96, 128));
        all.add(Choice.of("head.width", 48, 64, 80, 96, 128));
        all.add(Choice.of("head.depth", 1, 2, 3));
        all.add(Choice.of("head.kernel", 3, 5));
        return List.copyOf(all);
    }

    private static void stage(List<Choice> all, String name, int[] widths, int... depths) {
        all.add(new Choice(name + ".block", StageKind.options(UnitKind.OF_SMALL_OBJECTS)));
        all.add(Choice.of(name + ".width", widths));
        all.add(Choice.of(name + ".depth", depths));
        all.add(Choice.of(name + ".kernel", 3, 5));
        all.add(new Choice(name + ".aggregation", List.of("plain", "dla")));
    }

    @Override
    public String name() {
        return "small-objects";
    }

    @Override
    public List<Choice> choices() {
        return choices;
    }

    @Override
    public Map<String, Architecture> seeds() {
        Map<String, Architecture> seeds = new LinkedHashMap<>();
        seeds.put("nanodet-m-0.5x", nanoDet(48, 96, 192));
        seeds.put("nanodet-m", nanoDet(116, 232, 464));
        return seeds;
    }

    private static Architecture nanoDet(int width1, int width2, int width3) {
        String stages =
                "stage1.block=shufflenetv2,stage1.width=%d,stage1.depth=4,stage1.kernel=3,stage1.aggregation=plain,"
                        + "stage2.block=shufflenetv2,stage2.width=%d,stage2.depth=8,stage2.kernel=3,stage2.aggregation=plain,"
                        + "stage3.block=shufflenetv2,stage3.width=%d,stage3.depth=4,stage3.kernel=3,stage3.aggregation=plain,";
        return Architecture.parse("small-objects:input=320,levels=8-16-32,stem=pool,stem.width=24,"
                + stages.formatted(width1, width2, width3)
                + "neck=pan,neck.width=96,head.width=96,head.depth=2,head.kernel=3");
    }

    @Override
    public Detector detector(Architecture architecture, int classes) {
        options(architecture);
        return detector(architecture, architecture.number("input"), classes);
    }

    @Override
    public Detector detector(Architecture architecture, int side, int classes) {
        return Detector.assemble(
                backbone(architecture),
                neck(architecture),
                NanoDetHead.of(
                        architecture.number("head.width"),
                        architecture.number("head.depth"),
                        architecture.number("head.kernel")),
                Shape.image(side, side),
                classes);
    }

    private static StagedBackbone backbone(Architecture architecture) {
        String levels = architecture.decision("levels");
        List<Block> stages = new ArrayList<>();
        stages.add(stage(architecture, "stage1"));
        stages.add(stage(architecture, "stage2"));
        if (levels.endsWith("-32")) {
            stages.add(stage(architecture, "stage3"));
        }
        return new StagedBackbone(stem(architecture), stages, levels.startsWith("4-"));
    }

    private static Block stem(Architecture architecture) {
        int width = architecture.number("stem.width");
        return architecture.decision("stem").equals("pool")
                ? new PooledStem(width, ACTIVATION)
                : new ConvStem(width, ACTIVATION);
    }

    private static Block stage(Architecture architecture, String name) {
        StageKind kind = StageKind.named(UnitKind.OF_SMALL_OBJECTS, architecture.decision(name + ".block"));
        return kind.stage(
                architecture.number(name + ".width"),
                architecture.number(name + ".depth"),
                architecture.number(name + ".kernel"),
                architecture.decision(name + ".aggregation"),
                ACTIVATION);
    }

    private static Neck neck(Architecture architecture) {
        int width = architecture.number("neck.width");
        return architecture.decision("neck").equals("pan") ? new PanNeck(width) : new SlimNeck(width, ACTIVATION);
    }
}
