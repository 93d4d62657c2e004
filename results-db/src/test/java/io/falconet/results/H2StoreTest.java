package io.falconet.results;

import java.nio.file.Path;
import java.util.UUID;

/** The laws of a store on H2, in memory. */
class H2StoreTest extends TrainingLaws {
    @Override
    ResultsDb open(Path folder) {
        return ResultsDb.open("jdbc:h2:mem:" + UUID.randomUUID(), folder);
    }
}
