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

    @Override
    public Integer call() {
        throw new RequestException(
                "The dashboard is started by the launcher, found no launcher.", "type ./falconet dashboard");
    }
}
