package io.falconet.results.imports;

import io.falconet.results.PostgresSchemas;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Imports into a real PostgreSQL, one schema a test. */
class PostgresImportIT extends ImportLaws {
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
    String empty(Path place) throws SQLException {
        return server.empty();
    }
}
