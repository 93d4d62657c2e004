package io.falconet.space.rank;

import io.falconet.space.outcome.Fidelity;
import java.util.Comparator;

/** How much training a fidelity is, beside others. */
public final class Amount {
    /** Fidelities from the briefest on; those of which neither is more training than the other stay in a fixed order. */
    static final Comparator<Fidelity> RISING = Comparator.comparingInt(Fidelity::epochs)
            .thenComparingInt(Amount::images)
            .thenComparingDouble(Fidelity::pixels)
            .thenComparing(Comparator.comparingInt(Fidelity::schedule).reversed())
            .thenComparingInt(Fidelity::batch);

    private Amount() {}

    /**
     * Whether one is less training than the other: nowhere more of epochs, images and pixels, and somewhere less, in steps
     * of as many images.
     */
    public static boolean less(Fidelity one, Fidelity other) {
        return one.batch() == other.batch()
                && one.epochs() <= other.epochs()
                && images(one) <= images(other)
                && one.pixels() <= other.pixels()
                && (one.epochs() < other.epochs() || images(one) < images(other) || one.pixels() < other.pixels());
    }

    /** Whether the learning rate falls to its end: it is not the beginning of a longer training. */
    static boolean whole(Fidelity fidelity) {
        return fidelity.epochs() == fidelity.schedule();
    }

    private static int images(Fidelity fidelity) {
        return fidelity.images() == 0 ? Integer.MAX_VALUE : fidelity.images();
    }
}
