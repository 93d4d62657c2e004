package io.falconet.cluster.cli.terminal;

import io.falconet.cluster.driver.RequestException;
import io.falconet.results.ResultsDb;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where results are stored. */
public final class StoreOptions {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "falconet-data",
            description = "Folder of the results and artifacts (default: ${DEFAULT-VALUE}).")
    private Path dataDir;

    @Option(
            names = "--db",
            paramLabel = "JDBC-URL",
            description = "Results database (default: an H2 file in the data folder).")
    private String db;

    @Option(
            names = "--artifacts",
            paramLabel = "DIR|URI",
            description = {
                "Where a new store keeps its artifacts: a folder, or one that Hadoop knows, such as",
                "hdfs://namenode:8020/falconet (default: in the data folder). The store remembers it."
            })
    private String artifacts;

    /** Options that were decided, not typed. */
    static StoreOptions of(Path dataDir) {
        StoreOptions options = new StoreOptions();
        options.dataDir = dataDir;
        return options;
    }

    /**
     * Opens the store, which is made where there is none; to be closed.
     *
     * @throws RequestException if its artifacts lie elsewhere than was asked for
     */
    public ResultsDb open() {
        return Requests.check(() -> ResultsDb.open(address(), dataDir, artifacts()));
    }

    /**
     * Opens the store, to be closed, where it is there already.
     *
     * @throws RequestException if it is not
     */
    public ResultsDb openExisting() {
        requireExisting();
        return open();
    }

    /**
     * Sees that there is a store; a server is asked only when it is opened.
     *
     * @throws RequestException if there is none
     */
    public void requireExisting() {
        if (!ResultsDb.exists(address())) {
            throw new RequestException(
                    "A store of results was expected in %s, found none."
                            .formatted(db == null ? dataDir : db.split("[;?]", 2)[0]),
                    "--data-dir or --db names another; falconet search and falconet demo make one.");
        }
    }

    /** The database's address, with user and password where it has them. */
    public String address() {
        return db == null ? ResultsDb.address(dataDir) : db;
    }

    /** Folder of the results and artifacts. */
    public Path dataDir() {
        return dataDir;
    }

    /** Where the artifacts are to lie; nothing where the store knows, or they lie in the data folder. */
    public Optional<String> artifacts() {
        return Optional.ofNullable(artifacts);
    }

    /** The same options as somebody would type them, to be put behind a command; empty where all are the defaults. */
    public String typed() {
        String folder = dataDir.equals(Path.of("falconet-data")) ? "" : " --data-dir " + dataDir;
        return db == null ? folder : folder + " --db '" + db + "'";
    }
}
