package io.falconet.cluster.cli.terminal;

import io.falconet.results.ResultsDb;
import java.nio.file.Path;
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

    /** Options that were decided, not typed. */
    static StoreOptions of(Path dataDir) {
        StoreOptions options = new StoreOptions();
        options.dataDir = dataDir;
        return options;
    }

    /** Opens the store, which is made where there is none; to be closed. */
    public ResultsDb open() {
        return db == null ? ResultsDb.openFolder(dataDir) : ResultsDb.open(db, dataDir);
    }

    /** Folder of the results and artifacts. */
    public Path dataDir() {
        return dataDir;
    }

    /** The same options as somebody would type them, to be put behind a command; empty where all are the defaults. */
    public String typed() {
        String folder = dataDir.equals(Path.of("falconet-data")) ? "" : " --data-dir " + dataDir;
        return db == null ? folder : folder + " --db '" + db + "'";
    }
}
