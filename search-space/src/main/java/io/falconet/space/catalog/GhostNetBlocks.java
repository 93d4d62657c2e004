package io.falconet.space.catalog;

import io.falconet.space.block.Block;
import io.falconet.space.block.RoundedWidth;
import io.falconet.space.block.SqueezeExcite;
import io.falconet.space.block.ghost.GhostBottleneck;
import io.falconet.space.block.ghost.GhostModule;
import io.falconet.space.graph.Activation;
import java.util.List;
import java.util.Optional;

/** GhostNet's blocks by its authors. */
final class GhostNetBlocks implements CatalogFamily {
    /** Names in blocks, and in whole networks of them. */
    static final AuthorsNames NAMES = AuthorsNames.of(
            "ghost1\\.", "widen.",
            "ghost2\\.", "narrow.",
            "primary_conv\\.0", "primary.conv",
            "primary_conv\\.1", "primary.bn",
            "cheap_operation\\.0", "cheap.conv",
            "cheap_operation\\.1", "cheap.bn",
            "conv_dw\\.", "depthwise.conv.",
            "bn_dw\\.", "depthwise.bn.",
            "(^|\\.)se\\.", "$1squeeze.",
            "conv_reduce", "reduce",
            "conv_expand", "expand",
            "shortcut\\.0", "shortcut.depthwise.conv",
            "shortcut\\.1", "shortcut.depthwise.bn",
            "shortcut\\.2", "shortcut.pointwise.conv",
            "shortcut\\.3", "shortcut.pointwise.bn");

    private static final double GATE = 0.25;
    private static final int DIVISOR = 4;

    @Override
    public Optional<CatalogEntry> entry(AuthorsCall call) {
        if (!call.variant().equals("huawei")) {
            return Optional.empty();
        }
        Optional<Block> block =
                switch (call.block()) {
                    case "GhostModule" -> module(call);
                    case "GhostBottleneck" -> bottleneck(call);
                    case "SqueezeExcite" -> Optional.of(squeeze(call));
                    default -> Optional.empty();
                };
        return block.map(
                known -> new CatalogEntry((network, inputs) -> List.of(known.append(network, inputs.get(0))), NAMES));
    }

    /** Modules with a step of their own are in no published network, and none here. */
    private static Optional<Block> module(AuthorsCall call) {
        if (call.number(5, "stride", 1) != 1) {
            return Optional.empty();
        }
        boolean active = call.flag(6, "relu", true);
        return Optional.of(new GhostModule(
                call.number(1, "oup", 0),
                call.number(2, "kernel_size", 1),
                call.number(3, "ratio", 2),
                call.number(4, "dw_size", 3),
                active ? Optional.of(Activation.RELU) : Optional.empty()));
    }

    /** All published bottlenecks with a gate squeeze to a quarter. */
    private static Optional<Block> bottleneck(AuthorsCall call) {
        double gate = call.fraction(6, "se_ratio", 0);
        if (gate > 0 && gate != GATE) {
            return Optional.empty();
        }
        return Optional.of(new GhostBottleneck(
                call.number(1, "mid_chs", 0),
                call.number(2, "out_chs", 0),
                call.number(3, "dw_kernel_size", 3),
                call.number(4, "stride", 1),
                3,
                gate > 0,
                Activation.RELU));
    }

    private static Block squeeze(AuthorsCall call) {
        double squeezed = call.number(0, "in_chs", 0) * call.fraction(1, "se_ratio", GATE);
        return new SqueezeExcite(RoundedWidth.of(squeezed, call.number(5, "divisor", DIVISOR)));
    }
}
