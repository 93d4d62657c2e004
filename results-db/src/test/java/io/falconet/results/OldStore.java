package io.falconet.results;

import java.nio.file.Path;

/** A store as an older Falconet left it: a study with one trial. */
final class OldStore {
    private OldStore() {}

    static void at(String address, Path folder, int schema) {
        try (ResultsDb db = ResultsDb.openAt(address, folder, schema)) {
            db.transactions().use(handle -> {
                handle.execute(
                        """
                        INSERT INTO study (id, name, spec, trials, state, created_nanos, ended_nanos, token, version)
                        VALUES (1, 'old', 'name: old', 3, 'STOPPED', 1, 2, 1, 1)
                        """);
                handle.execute(
                        """
                        INSERT INTO trial (study_id, number, architecture, network_id, epochs, images, batch, seed, state,
                                           proposed_nanos, finished_nanos)
                        VALUES (1, 0, 'tiny:width=2', 'abc', 8, 0, 16, 7, 'INFEASIBLE', 1, 2)
                        """);
                handle.execute(
                        """
                        INSERT INTO outcome (study_id, number, reason, seed, code_version, data_fingerprint, epochs,
                                             images, batch, versions, started_nanos, elapsed_nanos)
                        VALUES (1, 0, 'too large', 7, '0.1', 'data', 8, 0, 16, '{}', 1, 1)
                        """);
            });
        }
    }
}
