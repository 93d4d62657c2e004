package io.falconet.cluster.chaos;

import io.falconet.results.ResultsDb;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The store of a cluster that is broken on purpose: an H2 file, which one of the drivers serves to the other until it is killed;
 * or a PostgreSQL server, which all reach by connections that can be cut.
 */
final class ChaosStore implements AutoCloseable {
    private static final String POSTGRES = "jdbc:postgresql:";

    private final Path folder;
    private final Optional<String> url;
    private final Optional<CuttingProxy> connections;

    private ChaosStore(Path folder, Optional<String> url, Optional<CuttingProxy> connections) {
        this.folder = folder;
        this.url = url;
        this.connections = connections;
    }

    /** An H2 file in that folder. */
    static ChaosStore file(Path folder) {
        return new ChaosStore(folder, Optional.empty(), Optional.empty());
    }

    /**
     * An empty database of a PostgreSQL server; artifacts lie in that folder.
     *
     * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE?…}
     */
    static ChaosStore server(String url, Path folder) throws IOException {
        URI server = URI.create(url.substring("jdbc:".length()));
        int port = server.getPort() < 0 ? 5432 : server.getPort();
        CuttingProxy proxy = new CuttingProxy(server.getHost(), port);
        String query = server.getQuery() == null ? "" : "?" + server.getQuery();
        String through = POSTGRES + "//127.0.0.1:" + proxy.port() + server.getPath() + query;
        return new ChaosStore(folder, Optional.of(through), Optional.of(proxy));
    }

    /** By which commands find it. */
    List<String> options() {
        String data = "--data-dir=" + folder;
        return url.map(server -> List.of(data, "--db=" + server)).orElse(List.of(data));
    }

    /** Opens it, to be closed soon: who has an H2 file open serves it to others. */
    ResultsDb open() {
        return url.map(server -> ResultsDb.open(server, folder)).orElseGet(() -> ResultsDb.openFolder(folder));
    }

    /** The connections, where they can be cut. */
    Optional<CuttingProxy> connections() {
        return connections;
    }

    @Override
    public void close() throws IOException {
        if (connections.isPresent()) {
            connections.get().close();
        }
    }
}
