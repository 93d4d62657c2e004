package io.falconet.results;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Columns read from a real PostgreSQL, one schema a test. */
class PostgresColumnIT extends ColumnLaws {
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
        return ResultsDb.open(server.empty(), folder);
    }
}
