package io.falconet.space.outcome;

import java.util.List;

/**
 * Training was stopped early because the candidate had no hope.
 *
 * @param reason why, for people
 * @param curve what training looked like until then, an entry an epoch
 */
public record Pruned(String reason, List<EpochRecord> curve, Provenance provenance) implements Outcome {
    public Pruned {
        curve = List.copyOf(curve);
    }

    /** One whose curve nobody kept. */
    public Pruned(String reason, Provenance provenance) {
        this(reason, List.of(), provenance);
    }
}
