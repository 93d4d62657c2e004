package io.falconet.latency.measure;

import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.LatencyReport;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;

/** What several rounds say together. */
record Measurement(List<Round> rounds) {
    /** Relative spread of the rounds' medians that calls for no more rounds. */
    static final double AGREEMENT = 0.03;
    /** Relative half-width that the interval has at least. */
    static final double DRIFT = 0.03;
    /** How much faster a run might be if others did not have the core nearly all the time, relative to it. */
    static final double CROWDING = 0.3;

    /** Whether the rounds' medians lie close to each other. */
    boolean agrees() {
        return spread() <= AGREEMENT * quietest().timings().median();
    }

    LatencyReport report(DeviceProfile device) {
        Timings quiet = quietest().timings();
        long median = quiet.median();
        long widening = Math.round(DRIFT * median) + spread();
        long crowded = Math.round(CROWDING * quietest().taken() * median);
        return new LatencyReport(
                device,
                rounds.stream().mapToInt(Round::warmupRuns).sum(),
                rounds.stream().mapToInt(round -> round.timings().runs()).sum(),
                median,
                Math.max(0, Math.min(quiet.low(), median) - widening - crowded),
                Math.max(quiet.high(), median) + widening,
                quiet.mad());
    }

    private Round quietest() {
        return rounds.stream()
                .min(Comparator.comparingLong(round -> round.timings().median()))
                .orElseThrow();
    }

    private long spread() {
        LongSummaryStatistics medians =
                rounds.stream().mapToLong(round -> round.timings().median()).summaryStatistics();
        return medians.getMax() - medians.getMin();
    }
}
