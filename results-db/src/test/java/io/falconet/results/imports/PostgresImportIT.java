package io.falconet.results.imports;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Imports into a real PostgreSQL, one schema a test. */
class PostgresImportIT extends ImportLaws {
    private static EmbeddedPostgres server;
    private static int schemas;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    String empty(Path place) throws SQLException {
        String schema = "import" + schemas++;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        return server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }
}
