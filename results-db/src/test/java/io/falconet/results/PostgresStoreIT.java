package io.falconet.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.results.backup.Backup;
import io.falconet.results.backup.Restore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The laws of a store on a real PostgreSQL, one schema a test. */
class PostgresStoreIT extends BackupLaws {
    private static PostgresSchemas server;

    @BeforeAll
    static void start() throws IOException {
        server = PostgresSchemas.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    ResultsDb open(Path folder) throws SQLException {
        return ResultsDb.open(empty(folder), folder);
    }

    @Override
    String empty(Path folder) throws SQLException {
        return server.empty();
    }

    @Test
    void aStoreMovesFromH2ToPostgres() throws SQLException {
        Path file = folder.resolve("moved.zip");
        List<Object> told;
        try (ResultsDb h2 = ResultsDb.openFolder(folder.resolve("h2"))) {
            told = HealthyStore.in(h2).told();
            new Backup(h2, "0.1.0").write(file, Samples.NOW);
        }
        String address = empty(folder);
        Path data = folder.resolve("moved");
        try (Restore restore = Restore.from(file)) {
            restore.into(address, data, Samples.NOW);
        }
        try (ResultsDb moved = ResultsDb.open(address, data)) {
            assertThat(HealthyStore.told(moved)).isEqualTo(told);
            assertThat(new HealthyStore(moved).wrong()).isEmpty();
        }
    }
}
