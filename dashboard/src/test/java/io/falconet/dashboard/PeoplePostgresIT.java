package io.falconet.dashboard;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same on a real PostgreSQL, one schema a test. */
class PeoplePostgresIT extends PeopleIT {
    private static EmbeddedPostgres server;
    private int schemas;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @Override
    String[] store() throws SQLException {
        String schema = "people" + schemas++;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        return new String[] {"--db", server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema};
    }
}
