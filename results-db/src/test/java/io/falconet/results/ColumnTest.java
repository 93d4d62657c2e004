package io.falconet.results;

import java.nio.file.Path;
import java.util.UUID;

/** Columns read from H2, in memory. */
class ColumnTest extends ColumnLaws {
    @Override
    ResultsDb open(Path folder) {
        return ResultsDb.open("jdbc:h2:mem:" + UUID.randomUUID(), folder);
    }
}
