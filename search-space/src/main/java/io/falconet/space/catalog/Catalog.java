package io.falconet.space.catalog;

import java.util.List;
import java.util.Optional;

/** All blocks, by their authors' names. */
public final class Catalog {
    private static final List<CatalogFamily> FAMILIES = List.of(
            new YoloV5Blocks(),
            new GsConvBlocks(),
            new ScaledYoloBlocks(),
            new RethinkingFpnBlocks(),
            new ShuffleNetBlocks(),
            new GhostNetBlocks(),
            new MobileNetBlocks(),
            new DlaBlocks(),
            new NanoDetBlocks(),
            new ThunderNetBlocks());

    private Catalog() {}

    /** What a call in published code stands for; empty if the catalog does not have it. */
    public static Optional<CatalogEntry> entry(AuthorsCall call) {
        return FAMILIES.stream().flatMap(family -> family.entry(call).stream()).findFirst();
    }
}
