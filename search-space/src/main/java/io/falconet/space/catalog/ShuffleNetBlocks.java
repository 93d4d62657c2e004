package io.falconet.space.catalog;

import io.falconet.space.block.Block;
import io.falconet.space.block.shufflenet.ShuffleFirstUnit;
import io.falconet.space.block.shufflenet.ShuffleNetV2Unit;
import io.falconet.space.graph.Activation;
import java.util.List;
import java.util.Optional;

/** The three published units of ShuffleNetV2: by its authors, by torchvision and NanoDet, by ThunderNet's code. */
final class ShuffleNetBlocks implements CatalogFamily {
    /** Torchvision's names of the branches. */
    static final AuthorsNames TORCHVISION = AuthorsNames.of(
            "branch1\\.0", "side.depthwise.conv",
            "branch1\\.1", "side.depthwise.bn",
            "branch1\\.2", "side.pointwise.conv",
            "branch1\\.3", "side.pointwise.bn",
            "branch2\\.0", "main.expand.conv",
            "branch2\\.1", "main.expand.bn",
            "branch2\\.3", "main.depthwise.conv",
            "branch2\\.4", "main.depthwise.bn",
            "branch2\\.5", "main.pointwise.conv",
            "branch2\\.6", "main.pointwise.bn");

    @Override
    public Optional<CatalogEntry> entry(AuthorsCall call) {
        if (!call.block().equals("ShuffleV2Block")) {
            return Optional.empty();
        }
        return switch (call.variant()) {
            case "megvii" -> Optional.of(entry(shuffleFirst(call, ShuffleFirstUnit.Order.EVEN_THEN_ODD)));
            case "thundernet" -> Optional.of(entry(shuffleFirst(call, ShuffleFirstUnit.Order.INTERLEAVED)));
            case "nanodet/torchvision" -> Optional.of(new CatalogEntry(part(splitFirst(call)), TORCHVISION));
            default -> Optional.empty();
        };
    }

    private static CatalogEntry entry(Block block) {
        return CatalogEntry.of(part(block));
    }

    private static CatalogPart part(Block block) {
        return (network, inputs) -> List.of(block.append(network, inputs.get(0)));
    }

    private static Block shuffleFirst(AuthorsCall call, ShuffleFirstUnit.Order order) {
        return new ShuffleFirstUnit(
                call.number(2, "mid_channels", 0),
                call.number(1, "oup", 0),
                call.number(3, "ksize", 3),
                call.number(4, "stride", 1),
                order,
                Activation.RELU);
    }

    private static Block splitFirst(AuthorsCall call) {
        boolean leaky = call.text(3, "activation", "ReLU").equals("LeakyReLU");
        return new ShuffleNetV2Unit(
                call.number(1, "oup", 0),
                3,
                call.number(2, "stride", 1),
                leaky ? Activation.LEAKY_RELU : Activation.RELU);
    }
}
