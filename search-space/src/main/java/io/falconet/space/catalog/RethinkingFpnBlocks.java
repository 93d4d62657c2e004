package io.falconet.space.catalog;

import io.falconet.space.block.gsconv.ExtendedDownsampling;
import io.falconet.space.block.gsconv.SoftNearest;
import io.falconet.space.graph.Activation;
import java.util.Optional;

/** How GSConv's author later changes the steps between a pyramid's levels (Li, 2024), on YOLOv5's units. */
final class RethinkingFpnBlocks implements CatalogFamily {
    @Override
    public Optional<CatalogEntry> entry(AuthorsCall call) {
        if (!call.variant().equals("rethinking-fpn")) {
            return Optional.empty();
        }
        return switch (call.block()) {
            case "SNI" -> Optional.of(CatalogEntry.block(new SoftNearest(call.number(2, "up_f", 2))));
            case "ESD" ->
                Optional.of(CatalogEntry.block(
                        new ExtendedDownsampling(call.number(1, "c2", 0), call.number(2, "k", 3), Activation.SILU)));
            default -> Optional.empty();
        };
    }
}
