package io.falconet.cluster.cli.device;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.latency.measure.Measurement;
import io.falconet.space.outcome.LatencyReport;
import java.util.LinkedHashSet;
import java.util.Set;

/** Measured latencies, a row each; for people, what all rows share is said once. */
final class LatencyListing {
    private static final double MILLION = 1e6;

    private final Listing listing = new Listing(
            Column.of("model", "model"),
            Column.of("batch", "batch"),
            new Column("latency_ms", "median ms", "%.3f"),
            new Column("latency_low_ms", "95 % from", "%.3f"),
            new Column("latency_high_ms", "to", "%.3f"),
            new Column("mad_ms", "MAD", "%.3f"),
            new Column("min_ms", "least", "%.3f"),
            new Column("p90_ms", "90 %", "%.3f"),
            new Column("p99_ms", "99 %", "%.3f"),
            Column.of("runs", "runs"),
            new Column("load_ms", "load ms", "%.1f"),
            new Column("first_ms", "first ms", "%.2f"),
            Column.of("rounds", "rounds"),
            Column.of("disturbed_rounds", "disturbed"),
            Column.of("disturbance", "by"));

    private final Set<String> devices = new LinkedHashSet<>();
    private String machine = "";
    private final Set<String> disturbed = new LinkedHashSet<>();

    void row(String name, Measurement measured) {
        LatencyReport report = measured.report();
        devices.add(report.device().description());
        machine = MachineWords.of(measured.after());
        report.disturbance().ifPresent(what -> disturbed.add(name));
        listing.row(
                name,
                measured.batch(),
                report.medianMillis(),
                report.lowNanos() / MILLION,
                report.highNanos() / MILLION,
                report.madNanos() / MILLION,
                measured.percentile(0) / MILLION,
                measured.percentile(0.9) / MILLION,
                measured.percentile(0.99) / MILLION,
                report.runs(),
                measured.quietest().loadNanos() / MILLION,
                measured.quietest().firstNanos() / MILLION,
                measured.rounds().size(),
                measured.disturbedRounds(),
                report.disturbance().orElse(null));
    }

    void print(OutputFormat format, Console console) {
        console.say("%s; %s at the end", String.join("; ", devices), machine);
        listing.print(format, console.out());
        if (!disturbed.isEmpty()) {
            console.say(
                    "No round was quiet for %s: the figures may be too high. Maybe measure again when less else runs.",
                    String.join(", ", disturbed));
        }
    }
}
