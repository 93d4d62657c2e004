package io.falconet.cluster.cli.device;

import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.space.space.SearchSpaces;
import picocli.CommandLine.Option;

/** From where random networks are drawn, and how many threads time them. */
public final class DrawnNetworksOptions {
    @Option(
            names = "--space",
            defaultValue = "small-objects",
            description = "Where networks are drawn from (default: ${DEFAULT-VALUE}).")
    private String space;

    @Option(names = "--seed", defaultValue = "1", description = "Of the networks (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--threads", defaultValue = "1", description = "An inference may use (default: ${DEFAULT-VALUE}).")
    private int threads;

    /**
     * The networks, of which the first may be asked for.
     *
     * @throws io.falconet.cluster.driver.RequestException if there is no such space
     */
    public DrawnNetworks networks() {
        return new DrawnNetworks(Requests.check(() -> SearchSpaces.named(space)), seed);
    }

    /** The name of the space. */
    public String space() {
        return space;
    }

    /** How many threads an inference may use. */
    public int threads() {
        return threads;
    }
}
