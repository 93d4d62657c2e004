package io.falconet.evaluator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where in a cluster something is evaluated, and for how long at most.
 *
 * @param host the machine, as the cluster knows it; empty where there is no cluster
 * @param executor which process of the cluster
 * @param gpus addresses of the GPUs that it was given, of which others may have their shares
 * @param cores that it was given, on which it trains with as many threads; 0 where nobody counts them
 * @param limit after which a candidate has failed; nothing where it may take for ever
 */
public record Workplace(String host, String executor, List<String> gpus, int cores, Optional<Duration> limit) {
    /** This machine, no cluster, and no limit. */
    public static final Workplace HERE = here(Optional.empty());

    public Workplace {
        gpus = List.copyOf(gpus);
    }

    /** This machine, and no cluster. */
    public static Workplace here(Optional<Duration> limit) {
        return new Workplace("", "", List.of(), 0, limit);
    }

    /** A GPU of this machine, and no cluster. */
    public static Workplace gpu(int number) {
        return new Workplace("", "", List.of(String.valueOf(number)), 0, Optional.empty());
    }

    /** In words; nothing where there is no cluster. */
    Optional<String> text() {
        return host.isEmpty()
                ? Optional.empty()
                : Optional.of("on %s, executor %s%s"
                        .formatted(host, executor, gpus.isEmpty() ? "" : ", GPU " + String.join(", ", gpus)));
    }
}
