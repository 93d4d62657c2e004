package io.falconet.evaluator.train;

import io.falconet.space.outcome.EpochRecord;
import java.util.List;

/** A training's curve shows that it learns nothing, so that the rest of it would be time lost. */
public final class HopelessException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LEAST_EPOCHS = 8;
    private static final int LATEST = 3;

    private final transient List<EpochRecord> curve;

    private HopelessException(List<EpochRecord> curve, double first, double latest) {
        super(
                "The loss is to fall, but after %d epochs it is %.4f and was %.4f in the first. Maybe another learning rate, or labels that do not fit the images."
                        .formatted(curve.size(), latest, first));
        this.curve = List.copyOf(curve);
    }

    /** What the training looked like. */
    public List<EpochRecord> curve() {
        return curve;
    }

    /**
     * Ends a training of which at least half and {@value #LEAST_EPOCHS} epochs are done, if its last {@value #LATEST} epochs
     * have a higher loss, on average, than its first.
     *
     * @param epochs of the whole training, of which fewer may be done
     * @throws HopelessException if it is so
     */
    static void check(List<EpochRecord> curve, int epochs) {
        int done = curve.size();
        if (done < LEAST_EPOCHS || done * 2 < epochs || done == epochs) {
            return;
        }
        double first = curve.get(0).loss();
        double latest = curve.subList(done - LATEST, done).stream()
                .mapToDouble(EpochRecord::loss)
                .average()
                .orElseThrow();
        if (latest > first) {
            throw new HopelessException(curve, first, latest);
        }
    }
}
