package io.falconet.space.catalog;

import java.util.Optional;

/** The blocks that one group of authors published. */
interface CatalogFamily {
    /** What the call stands for; empty if it is not this family's. */
    Optional<CatalogEntry> entry(AuthorsCall call);
}
