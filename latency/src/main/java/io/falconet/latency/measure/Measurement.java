package io.falconet.latency.measure;

import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.LatencyReport;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What several rounds say together, with all that they measured.
 *
 * @param device on what
 * @param batch images at a time
 * @param before the machine when the first round began
 * @param after the machine when the last round was over
 * @param anchorNanos what the anchor network took at its best, as far as is known
 * @param rounds in order
 */
public record Measurement(
        DeviceProfile device,
        int batch,
        MachineState before,
        MachineState after,
        long anchorNanos,
        List<Round> rounds) {
    /** How many of the quietest rounds tell how far rounds lie apart. */
    private static final int QUIET = 3;
    /** Relative distance of that many quietest rounds that calls for no more. */
    static final double AGREEMENT = 0.01;
    /** Relative half-width that the interval has at least. */
    static final double DRIFT = 0.03;
    /** How much faster a run might be if others did not have the core nearly all the time, relative to it. */
    static final double CROWDING = 0.3;
    /** Share of a round's time that others may have before the round counts as disturbed. */
    static final double TAKEN = 0.1;
    /** How much longer than at its best the anchor may take before a round counts as disturbed. */
    static final double ANCHOR = 0.1;

    public Measurement {
        rounds = List.copyOf(rounds);
    }

    /** The round with the quietest stretch. */
    public Round quietest() {
        return ranked().get(0);
    }

    /** All rounds, the one with the quietest stretch first. */
    private List<Round> ranked() {
        return rounds.stream()
                .sorted(Comparator.comparingLong(round -> round.quietest().median()))
                .toList();
    }

    /** How many rounds something else on the machine disturbed. */
    public int disturbedRounds() {
        return (int)
                rounds.stream().filter(round -> disturbance(round).isPresent()).count();
    }

    /** What disturbed a round, if anything did. */
    private Optional<String> disturbance(Round round) {
        if (round.taken() > TAKEN) {
            return Optional.of("others had %.0f %% of the core".formatted(100 * round.taken()));
        }
        double slower = (double) round.anchorNanos() / anchorNanos - 1;
        return slower > ANCHOR
                ? Optional.of("the anchor network took %.0f %% longer than at its best".formatted(100 * slower))
                : Optional.empty();
    }

    /** Whether nothing disturbed several rounds, and those with the quietest stretches agree. */
    boolean settled() {
        return rounds.size() - disturbedRounds() >= QUIET
                && gap() <= AGREEMENT * quietest().quietest().median();
    }

    /** How far the medians of the quietest rounds lie apart. */
    private long gap() {
        List<Round> ranked = ranked();
        Round last = ranked.get(Math.min(QUIET, ranked.size()) - 1);
        return last.quietest().median() - ranked.get(0).quietest().median();
    }

    /** The figures in short. */
    public LatencyReport report() {
        Round quietest = quietest();
        Timings quiet = quietest.quietest();
        long median = quiet.median();
        long widening = Math.round(DRIFT * median) + gap();
        long crowded = Math.round(CROWDING * quietest.taken() * median);
        return new LatencyReport(
                device,
                rounds.stream().mapToInt(Round::warmupRuns).sum(),
                rounds.stream().mapToInt(round -> round.nanos().size()).sum(),
                median,
                Math.max(0, Math.min(quiet.low(), median) - widening - crowded),
                Math.max(quiet.high(), median) + widening,
                quiet.mad(),
                disturbedRounds() < rounds.size() ? Optional.empty() : disturbance(quietest));
    }

    /** The time in which that share of the quietest round's runs was done, such as 0.99, in nanoseconds. */
    public long percentile(double share) {
        return quietest().timings().percentile(share);
    }
}
