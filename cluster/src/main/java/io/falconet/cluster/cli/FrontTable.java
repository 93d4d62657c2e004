package io.falconet.cluster.cli;

import io.falconet.cluster.cli.Listing.Column;
import io.falconet.cluster.driver.Front;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.space.Architecture;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Evaluated trials as a table: what each reaches and what it costs. */
final class FrontTable {
    private final List<TrialRecord> trials;

    FrontTable(List<TrialRecord> trials) {
        this.trials = trials;
    }

    void print(OutputFormat format, PrintWriter out) {
        (format == OutputFormat.text ? narrow() : wide()).print(format, out);
    }

    private Listing narrow() {
        Listing listing = new Listing(
                Column.of("trial", "trial"),
                new Column("map50_95", "mAP50-95", "%.3f"),
                new Column("map50", "mAP50", "%.3f"),
                Column.of("latency", "latency ms (95 % interval)"),
                new Column("parameters", "parameters", "%,d"),
                new Column("macs", "MACs", "%,d"),
                Column.of("input", "input"));
        for (TrialRecord trial : trials) {
            Evaluated outcome = Front.evaluated(trial);
            listing.row(
                    trial.number(),
                    outcome.accuracy().map50To95(),
                    outcome.accuracy().map50(),
                    outcome.latency().map(FrontTable::interval).orElse(null),
                    outcome.complexity().parametersExecuted(),
                    outcome.complexity().macs(),
                    Architecture.parse(trial.architecture()).decisions().get("input"));
        }
        return listing;
    }

    private static String interval(LatencyReport latency) {
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)",
                latency.medianMillis(),
                latency.lowNanos() / 1e6,
                latency.highNanos() / 1e6);
    }

    private Listing wide() {
        Listing listing = new Listing(
                Column.of("trial", ""),
                Column.of("map50_95", ""),
                Column.of("map50", ""),
                Column.of("map_small", ""),
                Column.of("latency_ms", ""),
                Column.of("latency_low_ms", ""),
                Column.of("latency_high_ms", ""),
                Column.of("parameters", ""),
                Column.of("macs", ""),
                Column.of("network", ""),
                Column.of("architecture", ""));
        for (TrialRecord trial : trials) {
            Evaluated outcome = Front.evaluated(trial);
            Optional<LatencyReport> latency = outcome.latency();
            listing.row(
                    trial.number(),
                    outcome.accuracy().map50To95(),
                    outcome.accuracy().map50(),
                    outcome.accuracy().mapSmall(),
                    latency.map(LatencyReport::medianMillis).orElse(null),
                    latency.map(report -> report.lowNanos() / 1e6).orElse(null),
                    latency.map(report -> report.highNanos() / 1e6).orElse(null),
                    outcome.complexity().parametersExecuted(),
                    outcome.complexity().macs(),
                    trial.networkId(),
                    trial.architecture());
        }
        return listing;
    }
}
