package io.falconet.space.study;

import io.falconet.space.outcome.Fidelity;
import io.falconet.space.rank.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cheaper trainings through which candidates come to the full one: successive halving (Jamieson and Talwalkar, 2016).
 * All start on the lowest rung; the best of each go on to the next.
 *
 * <p>Rungs next to each other that differ by their epochs alone are parts of one training, planned for the epochs of the
 * highest of them. Where images or pixels change, the next rung is a training of its own.
 *
 * @param below the full fidelity, cheapest first; none where all candidates are trained in full at once
 * @param promote one of so many goes on to the next rung, at least 2
 */
public record Rungs(List<Fidelity> below, int promote) {
    /** How many there are for one that goes on, where nothing else is said. */
    public static final int USUAL_PROMOTE = 3;
    /** Every candidate is trained in full. */
    public static final Rungs NONE = new Rungs(List.of(), USUAL_PROMOTE);

    static final int LEAST_PROMOTE = 2;

    public Rungs {
        below = List.copyOf(below);
        if (promote < LEAST_PROMOTE) {
            throw new IllegalArgumentException(
                    "One of at least %d goes on to the next rung, found %d.".formatted(LEAST_PROMOTE, promote));
        }
    }

    /**
     * Rungs below a full training.
     *
     * @param below cheapest first; their schedules do not matter
     * @throws IllegalArgumentException if a rung is no cheaper than the next
     */
    public static Rungs below(Fidelity full, List<Fidelity> below, int promote) {
        List<Fidelity> scheduled = new ArrayList<>();
        Fidelity above = full;
        for (int i = below.size() - 1; i >= 0; i--) {
            Fidelity rung = below.get(i);
            objection(rung, above).ifPresent(objection -> {
                throw new IllegalArgumentException(objection);
            });
            above = scheduled(rung, oneTraining(rung, above) ? above.schedule() : rung.epochs());
            scheduled.add(0, above);
        }
        return new Rungs(scheduled, promote);
    }

    /** Whether there are none. */
    public boolean none() {
        return below.isEmpty();
    }

    /** What keeps a fidelity from being the rung right below another one, for people. */
    static Optional<String> objection(Fidelity lower, Fidelity upper) {
        return Amount.less(lower, upper)
                ? Optional.empty()
                : Optional.of(
                        "A rung needs more epochs, images or pixels than the one below it and fewer of none, found "
                                + told(upper) + " above " + told(lower) + ".");
    }

    /** Whether what is trained on the lower rung goes on, as if it had never stopped, on the upper one. */
    private static boolean oneTraining(Fidelity lower, Fidelity upper) {
        return lower.images() == upper.images() && lower.pixels() == upper.pixels();
    }

    private static Fidelity scheduled(Fidelity rung, int schedule) {
        return new Fidelity(rung.epochs(), rung.images(), rung.batch(), schedule, rung.pixels());
    }

    private static String told(Fidelity fidelity) {
        return (fidelity.epochs() == 1 ? "1 epoch" : fidelity.epochs() + " epochs")
                + (fidelity.images() == 0 ? "" : " of " + fidelity.images() + " images")
                + (fidelity.pixels() == 1 ? "" : " at pixels " + fidelity.pixels());
    }
}
