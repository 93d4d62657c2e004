package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.driver.Front;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stored trials beside what came of running them again. */
final class Comparison {
    private final Listing listing = new Listing(
            Column.of("trial", "trial"),
            Column.of("stored_map50_95", "stored mAP50-95"),
            Column.of("again_map50_95", "again"),
            new Column("stored_latency_ms", "stored ms", "%.3f"),
            new Column("stored_low_ms", "from", "%.3f"),
            new Column("stored_high_ms", "to", "%.3f"),
            new Column("again_latency_ms", "again ms", "%.3f"),
            Column.of("verdict", "verdict"));
    private boolean equal = true;

    /** Sets a trial beside what came of running it again, and returns the verdict. */
    String add(TrialRecord trial, Outcome outcome) {
        Evaluated stored = Front.evaluated(trial);
        if (outcome instanceof Evaluated again) {
            return compare(trial.number(), stored, again);
        }
        equal = false;
        String verdict = "failed: " + (outcome instanceof Failed failed ? failed.cause() : outcome.kind());
        listing.row(trial.number(), stored.accuracy().map50To95(), null, null, null, null, null, verdict);
        return verdict;
    }

    private String compare(int number, Evaluated stored, Evaluated again) {
        boolean sameAccuracy = stored.accuracy().equals(again.accuracy());
        Latency timed = Latency.of(stored.latency(), again.latency());
        equal &= sameAccuracy && timed != Latency.DIFFERS;
        String verdict = verdict(sameAccuracy, timed)
                + (sameAccuracy ? "" : changes(stored.provenance(), again.provenance()))
                + (timed == Latency.DIFFERS ? device(stored.latency(), again.latency()) : "");
        listing.row(
                number,
                stored.accuracy().map50To95(),
                again.accuracy().map50To95(),
                stored.latency().map(LatencyReport::medianMillis).orElse(null),
                stored.latency().map(latency -> latency.lowNanos() / 1e6).orElse(null),
                stored.latency().map(latency -> latency.highNanos() / 1e6).orElse(null),
                again.latency().map(LatencyReport::medianMillis).orElse(null),
                verdict);
        return verdict;
    }

    private static String verdict(boolean sameAccuracy, Latency timed) {
        if (!sameAccuracy) {
            return timed == Latency.DIFFERS ? "both differ" : "accuracy differs";
        }
        return timed.verdict;
    }

    /** What took part then and takes part no more: the usual reason why an accuracy differs. */
    private static String changes(Provenance then, Provenance now) {
        List<String> changed = new ArrayList<>();
        if (!then.codeVersion().equals(now.codeVersion())) {
            changed.add("falconet " + then.codeVersion() + ", now " + now.codeVersion());
        }
        if (!then.dataFingerprint().equals(now.dataFingerprint())) {
            changed.add("data " + then.dataFingerprint() + ", now " + now.dataFingerprint());
        }
        then.versions().forEach((name, version) -> {
            String current = now.versions().getOrDefault(name, "none");
            if (!version.equals(current)) {
                changed.add(name + " " + version + ", now " + current);
            }
        });
        return changed.isEmpty() ? "" : "; it was measured with " + String.join("; ", changed);
    }

    /** The device then, where it is another one now. */
    private static String device(Optional<LatencyReport> then, Optional<LatencyReport> now) {
        Optional<DeviceProfile> before = then.map(LatencyReport::device);
        return before.isEmpty() || before.equals(now.map(LatencyReport::device))
                ? ""
                : "; it was timed on %s: %s"
                        .formatted(before.get().name(), before.get().description());
    }

    /** Whether every number reproduced. */
    boolean equal() {
        return equal;
    }

    void print(OutputFormat format, PrintWriter out) {
        listing.print(format, out);
    }

    /** How a latency that was measured again stands to the stored one. */
    private enum Latency {
        /** The new median lies within the stored interval. */
        WITHIN("reproduced"),
        /** It lies outside, but the two intervals overlap. */
        TIES("reproduced; latency ties"),
        /** The intervals are apart. */
        DIFFERS("latency differs");

        private final String verdict;

        Latency(String verdict) {
            this.verdict = verdict;
        }

        static Latency of(Optional<LatencyReport> stored, Optional<LatencyReport> again) {
            if (stored.isEmpty()) {
                return WITHIN;
            }
            if (again.isEmpty() || !stored.get().ties(again.get())) {
                return DIFFERS;
            }
            return stored.get().covers(again.get().medianNanos()) ? WITHIN : TIES;
        }
    }
}
