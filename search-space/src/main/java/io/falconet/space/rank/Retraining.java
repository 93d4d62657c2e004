package io.falconet.space.rank;

import io.falconet.space.outcome.Fidelity;
import java.util.Optional;

/**
 * What to train for longer, to know more of how far a study is to be trusted.
 *
 * @param sample how many networks; empty for as many as is usual
 */
public record Retraining(int epochs, Optional<Integer> sample) {
    /** Networks where nothing else is said. */
    public static final int SAMPLE = 10;

    private static final int LONGER = 4;

    /** Where nothing is known yet: several times a training's epochs. */
    public static Retraining beyond(Fidelity training) {
        return new Retraining(LONGER * training.epochs(), Optional.empty());
    }

    /** The command that does it for a study. */
    public String command(String study) {
        return "trust " + study + " --epochs " + epochs
                + sample.map(networks -> " --sample " + networks).orElse("");
    }
}
