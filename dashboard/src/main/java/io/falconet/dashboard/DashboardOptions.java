package io.falconet.dashboard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the dashboard's command line asks for.
 *
 * @param port on the loopback address, 0 for any free one
 * @param dataDir folder of the database and the artifacts
 * @param db JDBC URL of the results store; empty for the database in the data folder
 */
record DashboardOptions(int port, Path dataDir, Optional<String> db) {
    static final String USAGE = "Usage: falconet dashboard [--port 8080] [--data-dir falconet-data] [--db JDBC-URL]";

    private static final Set<String> NAMES = Set.of("--port", "--data-dir", "--db");

    /**
     * Reads {@code --name value} or {@code --name=value}, in any order.
     *
     * @throws IllegalArgumentException if an option is unknown, lacks its value or has a bad one
     */
    static DashboardOptions parse(String... arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String[] parts = arguments[i].split("=", 2);
            if (!NAMES.contains(parts[0])) {
                throw new IllegalArgumentException("Expected --port, --data-dir or --db, found \"" + arguments[i]
                        + "\".\nMaybe a typing error?\n" + USAGE);
            }
            if (parts.length == 1 && i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "Expected a value after " + parts[0] + ", found the end of the line.\n" + USAGE);
            }
            given.put(parts[0], parts.length == 2 ? parts[1] : arguments[++i]);
        }
        return new DashboardOptions(
                port(given.getOrDefault("--port", "8080")),
                Path.of(given.getOrDefault("--data-dir", "falconet-data"))
                        .toAbsolutePath()
                        .normalize(),
                Optional.ofNullable(given.get("--db")));
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) < 65536) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException(
                "Expected --port to be a number from 0 (any free port) to 65535, found \"" + text + "\".\nMaybe 8080?");
    }

    /** The same as arguments of a Spring Boot application, which prevail over its files. */
    String[] arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=" + port);
        arguments.add("--falconet.data-dir=" + dataDir);
        db.ifPresent(url -> arguments.add("--falconet.db=" + url));
        return arguments.toArray(String[]::new);
    }
}
