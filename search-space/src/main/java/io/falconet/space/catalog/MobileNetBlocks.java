package io.falconet.space.catalog;

import io.falconet.space.block.Block;
import io.falconet.space.block.LinearSqueezeExcite;
import io.falconet.space.block.mobilenet.InvertedResidual;
import io.falconet.space.graph.Activation;
import java.util.List;
import java.util.Optional;

/** MobileNetV3's blocks by its PyTorch reimplementation. */
final class MobileNetBlocks implements CatalogFamily {
    @Override
    public Optional<CatalogEntry> entry(AuthorsCall call) {
        if (!call.variant().equals("mobilenetv3")) {
            return Optional.empty();
        }
        return switch (call.block()) {
            case "InvertedResidual" -> Optional.of(entry(residual(call)));
            case "SELayer" ->
                Optional.of(
                        entry(LinearSqueezeExcite.of(call.number(0, "channel", 0), call.number(1, "reduction", 4))));
            default -> Optional.empty();
        };
    }

    private static CatalogEntry entry(Block block) {
        return CatalogEntry.of((network, inputs) -> List.of(block.append(network, inputs.get(0))));
    }

    private static Block residual(AuthorsCall call) {
        return new InvertedResidual(
                call.number(1, "hidden_dim", 0),
                call.number(2, "oup", 0),
                call.number(3, "kernel_size", 3),
                call.number(4, "stride", 1),
                call.flag(5, "use_se", false),
                call.flag(6, "use_hs", false) ? Activation.HARD_SWISH : Activation.RELU);
    }
}
