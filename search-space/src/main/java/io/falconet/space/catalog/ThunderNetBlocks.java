package io.falconet.space.catalog;

import io.falconet.space.block.thundernet.ContextEnhancement;
import io.falconet.space.block.thundernet.RegionFeatures;
import io.falconet.space.block.thundernet.RegionHead;
import io.falconet.space.block.thundernet.SpatialAttention;
import java.util.List;
import java.util.Optional;

/** ThunderNet's modules. The head's regions lie in a column of the map, or there is one, as a map. */
final class ThunderNetBlocks implements CatalogFamily {
    private static final int CONTEXT = 245;

    @Override
    public Optional<CatalogEntry> entry(AuthorsCall call) {
        return call.variant().equals("thundernet") ? part(call).map(CatalogEntry::of) : Optional.empty();
    }

    private static Optional<CatalogPart> part(AuthorsCall call) {
        return switch (call.block()) {
            case "CEM" ->
                Optional.of((network, maps) -> {
                    int last = maps.size() - 1;
                    return List.of(
                            new ContextEnhancement(CONTEXT).append(network, maps.subList(0, last), maps.get(last)));
                });
            case "RPN" ->
                Optional.of((network, maps) ->
                        List.of(new RegionFeatures(call.number(1, "f_channels", 256)).append(network, maps.get(0))));
            case "SAM" ->
                Optional.of(
                        (network, maps) -> List.of(new SpatialAttention().append(network, maps.get(0), maps.get(1))));
            case "PSRoIHead" ->
                Optional.of((network, maps) -> new RegionHead(RegionHead.WIDTH, call.number(0, "n_classes", 21), false)
                        .append(network, maps.get(0)));
            default -> Optional.empty();
        };
    }
}
