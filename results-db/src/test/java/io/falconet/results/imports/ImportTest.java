package io.falconet.results.imports;

import io.falconet.results.ResultsDb;
import java.nio.file.Path;

/** Imports into an H2 file. */
class ImportTest extends ImportLaws {
    @Override
    String empty(Path place) {
        return ResultsDb.address(place);
    }
}
