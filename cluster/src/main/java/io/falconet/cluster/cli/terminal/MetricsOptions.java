package io.falconet.cluster.cli.terminal;

import io.falconet.cluster.metrics.SearchMetrics;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** Where a search shows its figures. */
public final class MetricsOptions {
    @Option(
            names = "--metrics",
            paramLabel = "HOST:PORT",
            description = "Show the search's figures for Prometheus there, such as 127.0.0.1:9464, while it runs.")
    private String place;

    private final SearchMetrics metrics = new SearchMetrics();

    /** The figures, shown or not. */
    public SearchMetrics metrics() {
        return metrics;
    }

    /**
     * Does a work, and shows them meanwhile where that is asked for.
     *
     * @throws IOException if they cannot be shown there
     */
    public <T> T during(Callable<T> work, Console console) throws Exception {
        if (place == null) {
            return work.call();
        }
        HostPort address = HostPort.parse(place);
        Closeable server = serve(address);
        try {
            console.say("Figures for Prometheus: http://%s/metrics", address);
            return work.call();
        } finally {
            server.close();
        }
    }

    private Closeable serve(HostPort address) throws IOException {
        try {
            return metrics.serve(address.host(), address.port());
        } catch (IOException e) {
            throw new IOException(
                    "The figures were to be shown at %s, found: %s. Maybe another process listens there."
                            .formatted(address, e.getMessage()),
                    e);
        }
    }
}
