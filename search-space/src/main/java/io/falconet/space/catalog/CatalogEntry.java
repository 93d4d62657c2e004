package io.falconet.space.catalog;

import io.falconet.space.block.Block;
import java.util.List;

/**
 * What a call in published code stands for.
 *
 * @param part the catalog's block
 * @param names how the authors' tensors are called in it
 */
public record CatalogEntry(CatalogPart part, AuthorsNames names) {
    /** A block whose tensors are called as the authors call them. */
    public static CatalogEntry block(Block block) {
        return of((network, inputs) -> List.of(block.append(network, inputs.get(0))));
    }

    /** A part whose tensors are called as the authors call them. */
    public static CatalogEntry of(CatalogPart part) {
        return new CatalogEntry(part, AuthorsNames.SAME);
    }
}
