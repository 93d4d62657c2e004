package io.falconet.results.columns;

import io.falconet.space.outcome.Objective;
import java.util.Arrays;

/**
 * The figures of as many trials of neighbouring numbers, in arrays by their place in the block. Whoever makes one fills it;
 * from then on it is read only, by any thread.
 */
final class Block {
    static final int SIZE = 4096;

    /** Figures beside the objectives. */
    static final int LOW = Objective.values().length;

    static final int HIGH = LOW + 1;

    /** 0 where there is no such trial, else one more than the ordinal of its state. */
    final byte[] states;

    /** Which fidelity of the study's. */
    final byte[] fidelities;

    /** When the outcome was recorded, in nanoseconds since 1970. */
    final long[] finished;

    /** By figure; null where none of these trials has it. */
    final double[][] figures;

    /** By decision: 0 where nothing is known, else one more than the place of the option. Shorter than all decisions where the later ones are of later trials. */
    byte[][] options;

    Block() {
        this(new byte[SIZE], new byte[SIZE], new long[SIZE], new double[HIGH + 1][], new byte[0][]);
    }

    private Block(byte[] states, byte[] fidelities, long[] finished, double[][] figures, byte[][] options) {
        this.states = states;
        this.fidelities = fidelities;
        this.finished = finished;
        this.figures = figures;
        this.options = options;
    }

    Block copy() {
        return new Block(
                states.clone(),
                fidelities.clone(),
                finished.clone(),
                Arrays.stream(figures)
                        .map(figure -> figure == null ? null : figure.clone())
                        .toArray(double[][]::new),
                Arrays.stream(options).map(byte[]::clone).toArray(byte[][]::new));
    }

    void figure(int figure, int place, double value) {
        if (figures[figure] == null) {
            if (Double.isNaN(value)) {
                return;
            }
            figures[figure] = new double[SIZE];
            Arrays.fill(figures[figure], Double.NaN);
        }
        figures[figure][place] = value;
    }

    double figure(int figure, int place) {
        return figures[figure] == null ? Double.NaN : figures[figure][place];
    }

    /** @param code one more than the place of the option */
    void option(int decision, int place, int code) {
        if (decision >= options.length) {
            int known = options.length;
            options = Arrays.copyOf(options, decision + 1);
            for (int i = known; i < options.length; i++) {
                options[i] = new byte[SIZE];
            }
        }
        options[decision][place] = (byte) code;
    }

    /** The place of the option; −1 where nothing is known. */
    int option(int decision, int place) {
        return decision < options.length ? Byte.toUnsignedInt(options[decision][place]) - 1 : -1;
    }
}
