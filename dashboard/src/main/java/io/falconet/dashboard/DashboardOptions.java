package io.falconet.dashboard;

import io.falconet.dashboard.security.Loopback;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the dashboard's command line asks for.
 *
 * @param port on the host's address, 0 for any free one
 * @param dataDir folder of the database and the artifacts
 * @param db JDBC URL of the results store; empty for the database in the data folder
 * @param host the address on which it listens
 * @param tls by what it shows who it is; empty where it does not
 * @param noLogin whether nobody has to sign in, on the loopback address alone
 * @param behindProxy whether a proxy on this machine tells from where requests come, and by what scheme
 * @param setupLink whether to print another link for setup, and nothing else
 */
record DashboardOptions(
        int port,
        Path dataDir,
        Optional<String> db,
        String host,
        Optional<Tls> tls,
        boolean noLogin,
        boolean behindProxy,
        boolean setupLink) {
    static final String USAGE =
            """
            Usage: falconet dashboard [--port 8080] [--data-dir falconet-data] [--db JDBC-URL]
                   [--host ADDRESS] [--tls-keystore FILE --tls-password-file FILE]
                   [--tls-certificate FILE --tls-key FILE] [--behind-proxy] [--no-login] [--setup-link]""";

    private static final Set<String> OPTIONS = Set.of(
            "--port",
            "--data-dir",
            "--db",
            "--host",
            "--tls-keystore",
            "--tls-password-file",
            "--tls-certificate",
            "--tls-key");
    private static final Set<String> FLAGS = Set.of("--no-login", "--behind-proxy", "--setup-link");

    DashboardOptions {
        if (noLogin && (behindProxy || !Loopback.isAddress(host))) {
            throw new IllegalArgumentException(
                    "Expected --no-login on this machine alone, found %s: everybody who reaches it would be an admin.%nMaybe leave --no-login away: the dashboard prints a link by which you come in."
                            .formatted(behindProxy ? "--behind-proxy" : "--host " + host));
        }
    }

    /**
     * Reads {@code --name value} or {@code --name=value}, in any order.
     *
     * @throws IllegalArgumentException if an option is unknown, lacks its value or has a bad one
     */
    static DashboardOptions parse(String... arguments) {
        CommandLine line = new CommandLine(OPTIONS, FLAGS, USAGE, arguments);
        return new DashboardOptions(
                port(line.value("--port").orElse("8080")),
                Path.of(line.value("--data-dir").orElse("falconet-data"))
                        .toAbsolutePath()
                        .normalize(),
                line.value("--db"),
                line.value("--host").orElse("127.0.0.1"),
                Tls.of(line),
                line.has("--no-login"),
                line.has("--behind-proxy"),
                line.has("--setup-link"));
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) < 65536) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException(
                "Expected --port to be a number from 0 (any free port) to 65535, found \"" + text + "\".\nMaybe 8080?");
    }

    /** Whether passwords would cross the network for everybody to read. */
    boolean readable() {
        return tls.isEmpty() && !Loopback.isAddress(host);
    }

    /** Where people find it, once it listens on that port. */
    String address(int listening) {
        boolean anywhere = host.equals("0.0.0.0") || host.equals("::") || Loopback.isAddress(host);
        String name = anywhere ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
        return (tls.isPresent() ? "https://" : "http://") + name + ":" + listening;
    }

    /** The same as arguments of a Spring Boot application, which prevail over its files. */
    String[] arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=" + port);
        arguments.add("--server.address=" + host);
        // two dashboards on one machine, by other ports, would take each other's
        arguments.add("--server.servlet.session.cookie.name=falconet-" + port);
        arguments.add("--falconet.data-dir=" + dataDir);
        arguments.add("--falconet.no-login=" + noLogin);
        if (behindProxy) {
            arguments.add("--server.forward-headers-strategy=native");
        }
        db.ifPresent(url -> arguments.add("--falconet.db=" + url));
        tls.ifPresent(shown -> arguments.addAll(shown.arguments()));
        return arguments.toArray(String[]::new);
    }
}
