package io.falconet.dashboard.study.table;

import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Pruned;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Trials as lines of CSV, which {@code falconet db import} reads. What is not known is empty.
 *
 * @param told objectives that have a column
 */
record TrialTable(List<Objective> told) {
    TrialTable {
        told = List.copyOf(told);
    }

    /** The header of {@link #figures}. */
    String figuresHeader() {
        return "trial,network," + keys() + ",latency-low-ms,latency-high-ms,architecture";
    }

    /** The figures of a trial. */
    String figures(TrialRecord trial) {
        return "%d,%s,%s,%s".formatted(trial.number(), trial.networkId(), values(trial), quoted(trial.architecture()));
    }

    /** The header of {@link #line}. */
    String header() {
        return "trial,state,network," + keys()
                + ",latency-low-ms,latency-high-ms,training,proposed,finished,architecture,reason";
    }

    /** All that the table of a study's page tells of a trial. */
    String line(TrialRecord trial) {
        return String.join(
                ",",
                Integer.toString(trial.number()),
                trial.state().name().toLowerCase(Locale.ROOT),
                trial.networkId(),
                values(trial),
                quoted(trial.fidelity().text()),
                trial.proposed().toString(),
                trial.finished().map(Object::toString).orElse(""),
                quoted(trial.architecture()),
                quoted(reason(trial)));
    }

    private String keys() {
        return told.stream().map(Objective::key).collect(Collectors.joining(","));
    }

    private String values(TrialRecord trial) {
        Optional<Evaluated> outcome =
                trial.outcome().filter(Evaluated.class::isInstance).map(Evaluated.class::cast);
        String values = told.stream()
                .map(objective ->
                        outcome.map(objective::value).map(TrialTable::number).orElse(""))
                .collect(Collectors.joining(","));
        return values + "," + millis(outcome, LatencyReport::lowNanos) + ","
                + millis(outcome, LatencyReport::highNanos);
    }

    private static String millis(Optional<Evaluated> outcome, ToLongFunction<LatencyReport> end) {
        return outcome.flatMap(Evaluated::latency)
                .map(report -> number(end.applyAsLong(report) / 1e6))
                .orElse("");
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }

    private static String reason(TrialRecord trial) {
        return trial.outcome()
                .map(outcome -> outcome instanceof Failed failed
                        ? failed.cause()
                        : outcome instanceof Infeasible infeasible
                                ? infeasible.reason()
                                : outcome instanceof Pruned pruned ? pruned.reason() : "")
                .orElse("");
    }

    /** A text that a spreadsheet would take for a formula begins with an apostrophe, as spreadsheets mark texts. */
    private static String quoted(String text) {
        String safe = text.matches("(?s)[=+@\\-\\t\\r].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
