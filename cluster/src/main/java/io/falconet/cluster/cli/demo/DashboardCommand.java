package io.falconet.cluster.cli.demo;

import io.falconet.cluster.driver.RequestException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Named here for its help alone: the launcher starts the dashboard in a process of its own. */
@Command(name = "dashboard", description = "Show all studies in the browser, live while they run.")
public final class DashboardCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "8080", description = "On this machine (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "falconet-data",
            description = "Folder of the results and artifacts (default: ${DEFAULT-VALUE}).")
    private Path dataDir;

    @Option(names = "--db", paramLabel = "JDBC-URL", description = "Results database.")
    private String db;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Listen there; 0.0.0.0 is all of this machine (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(names = "--tls-keystore", paramLabel = "FILE", description = "Certificate and key, PKCS12 or JKS.")
    private Path keystore;

    @Option(names = "--tls-password-file", paramLabel = "FILE", description = "The keystore's password, in a file.")
    private Path password;

    @Option(names = "--tls-certificate", paramLabel = "FILE", description = "The certificate in PEM, with its chain.")
    private Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "The certificate's key in PEM.")
    private Path key;

    @Option(
            names = "--behind-proxy",
            description = "Believe a proxy on this machine from where requests come, and by what scheme.")
    private boolean behindProxy;

    @Option(
            names = "--no-login",
            description = "Let everybody on this machine in as an admin; not with another --host.")
    private boolean noLogin;

    @Option(names = "--setup-link", description = "Print another link by which somebody becomes an admin, and end.")
    private boolean setupLink;

    @Override
    public Integer call() {
        throw new RequestException(
                "The dashboard is started by the launcher, found no launcher.", "type ./falconet dashboard");
    }
}
