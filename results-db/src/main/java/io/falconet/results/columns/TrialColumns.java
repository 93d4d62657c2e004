package io.falconet.results.columns;

import io.falconet.results.TrialState;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What the trials of a study have come to, by their numbers, as known at one moment. It never changes, so any thread may
 * read it. About a hundred bytes a trial; those that follow upon each other share what is the same.
 */
public final class TrialColumns {
    /** No trial. */
    public static final TrialColumns NONE =
            new TrialColumns(List.of(), 0, List.of(), List.of(), new int[TrialState.values().length]);

    private static final TrialState[] STATES = TrialState.values();

    private final List<Block> blocks;
    private final int size;
    private final List<Fidelity> fidelities;
    private final List<Decision> decisions;
    private final int[] counts;

    TrialColumns(List<Block> blocks, int size, List<Fidelity> fidelities, List<Decision> decisions, int[] counts) {
        this.blocks = List.copyOf(blocks);
        this.size = size;
        this.fidelities = List.copyOf(fidelities);
        this.decisions = List.copyOf(decisions);
        this.counts = counts.clone();
    }

    List<Block> blocks() {
        return blocks;
    }

    int[] counts() {
        return counts.clone();
    }

    private Block block(int number) {
        return blocks.get(number / Block.SIZE);
    }

    /** One more than the greatest number of a trial. */
    public int size() {
        return size;
    }

    /** How many trials there are. */
    public int count() {
        return Arrays.stream(counts).sum();
    }

    /** How many trials are in a state. */
    public int count(TrialState state) {
        return counts[state.ordinal()];
    }

    /** How many trials have an outcome, of whatever kind. */
    public int finished() {
        return count() - count(TrialState.RUNNING);
    }

    /** The state of the trial of that number; nothing where there is none. */
    public Optional<TrialState> state(int number) {
        int code = number < size ? block(number).states[number % Block.SIZE] : 0;
        return code == 0 ? Optional.empty() : Optional.of(STATES[code - 1]);
    }

    /** Whether the trial of that number is in that state: as {@link #state}, for whoever asks a million times. */
    public boolean is(TrialState state, int number) {
        return block(number).states[number % Block.SIZE] == state.ordinal() + 1;
    }

    /** Whether there is a trial of that number, which is less than {@link #size}. */
    public boolean has(int number) {
        return block(number).states[number % Block.SIZE] != 0;
    }

    /** Its objective's quantity, in its unit; NaN where the trial lacks it. */
    public double value(Objective objective, int number) {
        return block(number).figure(objective.ordinal(), number % Block.SIZE);
    }

    /** Lower end of the latency's 95 % confidence interval, in milliseconds; NaN where it was not measured. */
    public double lowMillis(int number) {
        return block(number).figure(Block.LOW, number % Block.SIZE);
    }

    /** Upper end of the latency's 95 % confidence interval, in milliseconds; NaN where it was not measured. */
    public double highMillis(int number) {
        return block(number).figure(Block.HIGH, number % Block.SIZE);
    }

    /** When the outcome was recorded, in nanoseconds since 1970, UTC; 0 while it runs. */
    public long finishedNanos(int number) {
        return block(number).finished[number % Block.SIZE];
    }

    /** How much training a trial had, or gets. */
    public Fidelity fidelity(int number) {
        return fidelities.get(Byte.toUnsignedInt(block(number).fidelities[number % Block.SIZE]));
    }

    /** All fidelities of trials. */
    public List<Fidelity> fidelities() {
        return fidelities;
    }

    /** What was decided, in the order of the architectures' texts. */
    public List<Decision> decisions() {
        return decisions;
    }

    /** Which of its decision's options a trial took, by place; −1 where it decided nothing there, or the decision is open. */
    public int option(int decision, int number) {
        return block(number).option(decision, number % Block.SIZE);
    }

    /** The first trial with figures that took all of these options, by decision. */
    public OptionalInt first(Map<String, String> options) {
        int[] wanted = decisions.stream()
                .mapToInt(decision -> options.containsKey(decision.name())
                        ? decision.options().indexOf(options.get(decision.name()))
                        : -1)
                .toArray();
        boolean known = options.size()
                == IntStream.of(wanted).filter(option -> option >= 0).count();
        return known
                ? IntStream.range(0, size)
                        .filter(number -> is(TrialState.EVALUATED, number)
                                && IntStream.range(0, wanted.length)
                                        .allMatch(decision -> option(decision, number) == wanted[decision]))
                        .findFirst()
                : OptionalInt.empty();
    }

    /** Numbers below {@link #size} whose outcome is not known, rising: of trials that run, and of those that are not there yet. */
    int[] open() {
        return IntStream.range(0, size)
                .filter(number -> !has(number) || is(TrialState.RUNNING, number))
                .toArray();
    }
}
