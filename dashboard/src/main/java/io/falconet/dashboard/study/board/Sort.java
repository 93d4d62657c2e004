package io.falconet.dashboard.study.board;

import io.falconet.results.columns.TrialColumns;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import java.util.Arrays;
import java.util.Optional;

/**
 * An order of trials.
 *
 * @param by {@link #TRIAL}, {@link #FRONT}, {@link #TRAINING}, {@link #OUTCOME} or an objective's key
 * @param falling whether what is most comes first; trials that lack it come last either way
 */
public record Sort(String by, boolean falling) {
    /** By number. */
    public static final String TRIAL = "trial";
    /** The front before those within the limits, these before those beyond. */
    public static final String FRONT = "front";
    /** By how long the training takes. */
    public static final String TRAINING = "training";
    /** By state. */
    public static final String OUTCOME = "outcome";
    /** The best first, as far as nothing else is said. */
    public static final Sort USUAL = new Sort(Objective.MAP50_95.key(), true);

    private static final String FALLING = "-";

    /** Reads what {@link #text} wrote; nothing where there is no such column. */
    public static Optional<Sort> parse(String text) {
        boolean falling = text.startsWith(FALLING);
        String by = falling ? text.substring(FALLING.length()) : text;
        boolean known = by.equals(TRIAL)
                || by.equals(FRONT)
                || by.equals(TRAINING)
                || by.equals(OUTCOME)
                || Objective.of(by).isPresent();
        return known ? Optional.of(new Sort(by, falling)) : Optional.empty();
    }

    /** Such as {@code latency}, or {@code -latency} where it falls. */
    public String text() {
        return (falling ? FALLING : "") + by;
    }

    /** The numbers in this order; equal ones by number. */
    public int[] of(int[] numbers, Board board) {
        if (by.equals(TRIAL) && !falling) {
            return numbers;
        }
        double[] keys = new double[board.trials().size()];
        double sign = falling ? -1 : 1;
        Arrays.stream(numbers).forEach(number -> keys[number] = sign * key(board, number));
        return NumberSort.rising(numbers, keys);
    }

    private double key(Board board, int number) {
        TrialColumns trials = board.trials();
        return switch (by) {
            case TRIAL -> number;
            case FRONT ->
                board.onFront(number) ? 0 : !board.evaluated(number) ? Double.NaN : board.within(number) ? 1 : 2;
            case TRAINING -> effort(trials.fidelity(number));
            case OUTCOME -> trials.state(number).map(Enum::ordinal).orElse(0);
            default ->
                Objective.of(by)
                        .map(objective -> trials.value(objective, number))
                        .orElse(Double.NaN);
        };
    }

    /** How long a training takes, next to others of its study. */
    private static double effort(Fidelity fidelity) {
        double images = fidelity.images() == 0 ? Integer.MAX_VALUE : fidelity.images();
        return fidelity.epochs() * images * fidelity.pixels() * fidelity.pixels();
    }
}
