package io.falconet.evaluator;

import java.util.List;
import java.util.Optional;

/**
 * Where in a cluster something is evaluated.
 *
 * @param host the machine, as the cluster knows it; empty where there is no cluster
 * @param executor which process of the cluster
 * @param gpus addresses of the GPUs that it was given, of which others may have their shares
 */
public record Workplace(String host, String executor, List<String> gpus) {
    /** This machine, and no cluster. */
    public static final Workplace HERE = new Workplace("", "", List.of());

    public Workplace {
        gpus = List.copyOf(gpus);
    }

    /** In words; nothing where there is no cluster. */
    Optional<String> text() {
        return host.isEmpty()
                ? Optional.empty()
                : Optional.of("on %s, executor %s%s"
                        .formatted(host, executor, gpus.isEmpty() ? "" : ", GPU " + String.join(", ", gpus)));
    }
}
