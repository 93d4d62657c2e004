package io.falconet.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The laws of a store on H2, in memory. */
class H2StoreTest extends BackupLaws {
    @Override
    ResultsDb open(Path folder) {
        return ResultsDb.open("jdbc:h2:mem:" + UUID.randomUUID(), folder);
    }

    /** In a file: what is in memory is gone when it is closed. */
    @Override
    String empty(Path folder) throws IOException {
        return ResultsDb.address(Files.createTempDirectory(folder, "empty"));
    }
}
