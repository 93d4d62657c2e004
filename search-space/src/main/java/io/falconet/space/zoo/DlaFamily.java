package io.falconet.space.zoo;

import static io.falconet.space.block.dla.DlaNode.Kind.BASIC;
import static io.falconet.space.block.dla.DlaNode.Kind.BOTTLENECK;
import static io.falconet.space.block.dla.DlaNode.Kind.BOTTLENECK_X;

import io.falconet.space.block.dla.Dla;
import io.falconet.space.block.dla.DlaNode;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The published networks of deep layer aggregation (Yu et al., 2018).
 *
 * @param name without the prefix {@code dla}
 * @param kind of the trees' nodes
 * @param depths of the six levels
 * @param widths of the six levels
 * @param rootResidual whether each root adds its deepest child
 * @param claim what is said of the classifier at 224 pixels
 */
record DlaFamily(
        String name, DlaNode.Kind kind, List<Integer> depths, List<Integer> widths, boolean rootResidual, Claim claim) {
    private static final String SOURCE = "ucbdrive/dla";
    private static final List<Integer> BASIC_WIDTHS = List.of(16, 32, 64, 128, 256, 512);
    private static final List<Integer> COMPACT = List.of(16, 32, 64, 64, 128, 256);
    private static final List<Integer> WIDE = List.of(16, 32, 128, 256, 512, 1024);
    private static final List<Integer> LOW = List.of(1, 1, 1, 2, 2, 1);
    private static final List<Integer> HIGH = List.of(1, 1, 1, 2, 3, 1);
    private static final List<Integer> HIGHER = List.of(1, 1, 1, 3, 4, 1);
    private static final List<Integer> HIGHEST = List.of(1, 1, 2, 3, 5, 1);
    private static final List<DlaFamily> MEMBERS = List.of(
            new DlaFamily(
                    "34",
                    BASIC,
                    LOW,
                    BASIC_WIDTHS,
                    false,
                    claim(
                            "15.8M",
                            "3.1G",
                            "Built: 15.78M; in use: 15.74M. The 41,728 others are projections that run and change nothing.")),
            new DlaFamily(
                    "46_c",
                    BOTTLENECK,
                    LOW,
                    COMPACT,
                    false,
                    claim(
                            "1.3M",
                            "0.5G",
                            "0.57G multiply-accumulates in use, 0.58G run. 8,448 of the parameters change nothing.")),
            new DlaFamily(
                    "46x_c",
                    BOTTLENECK_X,
                    LOW,
                    COMPACT,
                    false,
                    claim("1.1M", "0.5G", "8,448 of the 1,076,888 parameters run and change nothing.")),
            new DlaFamily(
                    "60",
                    BOTTLENECK,
                    HIGH,
                    WIDE,
                    false,
                    claim(
                            "22.0M",
                            "4.2G",
                            "What is in use: 22.04M and 4.24G. The code builds 22.33M and runs 4.31G, 297,472 parameters of it for nothing.")),
            new DlaFamily(
                    "60x",
                    BOTTLENECK_X,
                    HIGH,
                    WIDE,
                    false,
                    claim(
                            "17.4M",
                            "3.5G",
                            "What is in use: 17.35M and 3.52G. The code builds 17.65M and runs 3.59G, 297,472 parameters of it for nothing.")),
            new DlaFamily(
                    "60x_c",
                    BOTTLENECK_X,
                    HIGH,
                    COMPACT,
                    false,
                    claim("1.3M", "0.6G", "16,896 of the 1,336,728 parameters run and change nothing.")),
            new DlaFamily(
                    "102",
                    BOTTLENECK,
                    HIGHER,
                    WIDE,
                    true,
                    claim(
                            "33.3M",
                            "7.2G",
                            "What is in use: 33.27M and 7.16G. The code builds 33.73M and runs 7.29G, 462,848 parameters of it for nothing.")),
            new DlaFamily(
                    "102x",
                    BOTTLENECK_X,
                    HIGHER,
                    WIDE,
                    true,
                    claim(
                            "26.4M",
                            "5.9G",
                            "In use: 26.31M and 5.85G; built and run: 26.77M and 5.98G. The claim is neither.")),
            new DlaFamily(
                    "169",
                    BOTTLENECK,
                    HIGHEST,
                    WIDE,
                    true,
                    claim(
                            "53.5M",
                            "11.6G",
                            "In use: 53.39M and 11.56G; built and run: 53.99M and 11.72G. The parameters claimed are neither.")));
    private static final Set<String> SEGMENTERS = Set.of("34", "46_c", "60");

    /** Cityscapes: its images and its kinds. */
    private static final Shape STREET = Shape.image(1024, 2048);

    private static final int STREET_CLASSES = 19;

    private static Claim claim(String parameters, String macs, String verdict) {
        return new Claim(
                "PaddleClas documentation, DLA series; FLOPs are multiply-accumulates", parameters, macs, verdict);
    }

    /** All members: each as classifier and as backbone, three as segmenters. */
    static List<ZooModel> models() {
        List<ZooModel> models = new ArrayList<>();
        for (DlaFamily member : MEMBERS) {
            DlaNets nets = new DlaNets(member.levels());
            String name = "dla" + member.name;
            models.add(ZooModel.classifier(name, SOURCE, nets::classifier).claims(member.claim));
            models.add(ZooModel.backbone(name + "-features", SOURCE, 320, nets::features));
            if (SEGMENTERS.contains(member.name)) {
                models.add(ZooModel.backbone("dlaseg-" + name, SOURCE, 512, nets::segmenter)
                        .publishedFor(ZooModel.Task.SEGMENTATION, STREET, STREET_CLASSES));
            }
        }
        return models;
    }

    /** The member of that name. */
    static DlaFamily named(String name) {
        return MEMBERS.stream()
                .filter(member -> member.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The network up to stride 32. */
    Dla levels() {
        return new Dla(depths, widths, kind, rootResidual);
    }
}
