package io.falconet.results;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL with an empty schema for each test. */
public final class PostgresSchemas implements AutoCloseable {
    private final EmbeddedPostgres server;
    private int schemas;

    private PostgresSchemas(EmbeddedPostgres server) {
        this.server = server;
    }

    public static PostgresSchemas start() throws IOException {
        return new PostgresSchemas(EmbeddedPostgres.start());
    }

    /** The address of a schema that nobody has used. */
    public String empty() throws SQLException {
        String schema = "test" + schemas++;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        return server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
