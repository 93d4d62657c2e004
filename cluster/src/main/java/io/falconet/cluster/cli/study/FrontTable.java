package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.driver.Front;
import io.falconet.results.TrialRecord;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.GivenParameters;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
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
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("trial", "trial"),
                new Column("map50_95", "mAP50-95", "%.3f"),
                new Column("map50", "mAP50", "%.3f"),
                Column.of("latency", "latency ms (95 % interval)"),
                new Column("parameters", "parameters", "%,d"),
                new Column("macs", "MACs", "%,d"),
                given() ? Column.of("given", "parameters as given") : Column.of("input", "input")));
        scores().forEach(score -> columns.add(new Column(score.key(), score.label(), "%.4g")));
        Listing listing = new Listing(columns.toArray(Column[]::new));
        for (TrialRecord trial : trials) {
            Evaluated outcome = Front.evaluated(trial);
            List<Object> row = new ArrayList<>(Arrays.asList(
                    trial.number(),
                    outcome.accuracy().map50To95(),
                    outcome.accuracy().map50(),
                    outcome.latency().map(FrontTable::interval).orElse(null),
                    count(outcome.complexity().parametersExecuted()),
                    count(outcome.complexity().macs()),
                    GivenParameters.parse(trial.architecture())
                            .map(GivenParameters::line)
                            .orElseGet(() -> input(trial))));
            addScores(row, outcome);
            listing.row(row);
        }
        return listing;
    }

    /** The scores without training that some trial has. */
    private List<Objective> scores() {
        return trials.stream()
                .flatMap(trial -> Front.evaluated(trial).scores().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private void addScores(List<Object> row, Evaluated outcome) {
        scores().forEach(score -> row.add(outcome.scores().get(score)));
    }

    /** Whether they are of another program's parameters. */
    private boolean given() {
        return trials.stream()
                .anyMatch(trial -> GivenParameters.parse(trial.architecture()).isPresent());
    }

    private static String input(TrialRecord trial) {
        return Architecture.parse(trial.architecture()).decisions().get("input");
    }

    private static Long count(long count) {
        return count == Complexity.UNKNOWN ? null : count;
    }

    private static String interval(LatencyReport latency) {
        if (latency.lowNanos() == latency.highNanos()) {
            return String.format(Locale.ROOT, "%.2f", latency.medianMillis());
        }
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)",
                latency.medianMillis(),
                latency.lowNanos() / 1e6,
                latency.highNanos() / 1e6);
    }

    private Listing wide() {
        List<Column> columns = new ArrayList<>(List.of(
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
                Column.of("architecture", "")));
        scores().forEach(score -> columns.add(Column.of(score.key(), "")));
        Listing listing = new Listing(columns.toArray(Column[]::new));
        for (TrialRecord trial : trials) {
            Evaluated outcome = Front.evaluated(trial);
            Optional<LatencyReport> latency = outcome.latency();
            List<Object> row = new ArrayList<>(Arrays.asList(
                    trial.number(),
                    outcome.accuracy().map50To95(),
                    outcome.accuracy().map50(),
                    outcome.accuracy().mapSmall(),
                    latency.map(LatencyReport::medianMillis).orElse(null),
                    latency.map(report -> report.lowNanos() / 1e6).orElse(null),
                    latency.map(report -> report.highNanos() / 1e6).orElse(null),
                    count(outcome.complexity().parametersExecuted()),
                    count(outcome.complexity().macs()),
                    trial.networkId(),
                    trial.architecture()));
            addScores(row, outcome);
            listing.row(row);
        }
        return listing;
    }
}
