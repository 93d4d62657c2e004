package io.falconet.space.space;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvStem;
import io.falconet.space.block.PooledStem;
import io.falconet.space.block.StagedBackbone;
import io.falconet.space.block.yolo.YoloStem;
import io.falconet.space.graph.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The backbones of the catalog: a stem, up to three stages, and what widens the view of the last.
 *
 * @param architecture what was decided
 * @param activation throughout
 */
record CatalogBackbone(Architecture architecture, Activation activation) {
    private static final List<String> PLAIN_STEMS = List.of("pool", "conv");
    private static final List<StageKind> KINDS = Stream.<StageKind>concat(
                    Stream.of(UnitKind.values()), CspKind.OF_STAGES.stream())
            .toList();

    /** The choices of stem, stages and context. */
    static List<Choice> choices() {
        List<Choice> all = new ArrayList<>();
        all.add(new Choice(
                "stem",
                Stream.concat(PLAIN_STEMS.stream(), StageKind.options(CspKind.OF_STEMS).stream())
                        .toList()));
        all.add(Choice.of("stem.width", 16, 24, 32, 48, 64));
        stage(all, "stage1", 48, 64, 88, 116, 128, 144, 176, 256);
        stage(all, "stage2", 96, 128, 176, 232, 256, 288, 352, 512);
        stage(all, "stage3", 128, 192, 256, 352, 464, 512, 576, 704, 1024);
        all.add(new Choice("context", ContextKind.OPTIONS));
        return all;
    }

    private static void stage(List<Choice> all, String name, int... widths) {
        all.add(new Choice(name + ".block", StageKind.options(KINDS)));
        all.add(Choice.of(name + ".width", widths));
        all.add(Choice.of(name + ".depth", 1, 2, 3, 4, 6, 8));
        all.add(Choice.of(name + ".kernel", 3, 5));
        all.add(new Choice(name + ".aggregation", List.of("plain", "dla")));
    }

    StagedBackbone backbone(Levels levels) {
        List<Block> stages = new ArrayList<>();
        for (int i = 1; i < levels.stages(); i++) {
            stages.add(stage("stage" + i));
        }
        Block last = stage("stage" + levels.stages());
        Block context = new ContextKind(architecture.decision("context"), activation);
        stages.add((network, in) -> context.append(network.scope("context"), last.append(network, in)));
        return new StagedBackbone(stem(), stages, levels.fromStem());
    }

    private Block stem() {
        int width = architecture.number("stem.width");
        String stem = architecture.decision("stem");
        return switch (stem) {
            case "pool" -> new PooledStem(width, activation);
            case "conv" -> new ConvStem(width, activation);
            default ->
                new YoloStem(width, StageKind.named(CspKind.OF_STEMS, stem).parts(activation), activation);
        };
    }

    private Block stage(String name) {
        return StageKind.named(KINDS, architecture.decision(name + ".block"))
                .stage(
                        architecture.number(name + ".width"),
                        architecture.number(name + ".depth"),
                        architecture.number(name + ".kernel"),
                        architecture.decision(name + ".aggregation"),
                        activation);
    }
}
