package io.falconet.dashboard.api;

import io.falconet.space.outcome.Objective;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Trials as a table, a line each. Texts that a spreadsheet would take for a formula begin with an apostrophe. */
final class TrialTable {
    private static final String FORMULA = "=+-@\t\r";

    private TrialTable() {}

    static String csv(List<TrialAnswer> trials) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(header());
            for (TrialAnswer trial : trials) {
                printer.printRecord(line(trial));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text that is built in memory can always be written.", e);
        }
        return text.toString();
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>(List.of("number", "state", "proposed", "finished", "epochs"));
        Arrays.stream(Objective.values()).map(Objective::key).forEach(header::add);
        header.addAll(List.of("latency-low-ms", "latency-high-ms", "network", "architecture", "reason"));
        return header;
    }

    private static List<Object> line(TrialAnswer trial) {
        List<Object> line = new ArrayList<>(Arrays.asList(
                trial.number(),
                trial.state(),
                trial.proposed(),
                trial.finished(),
                trial.fidelity().epochs()));
        Arrays.stream(Objective.values())
                .map(objective -> trial.metrics().get(objective.key()))
                .forEach(line::add);
        TrialAnswer.Latency latency = trial.latency();
        line.add(latency == null ? null : latency.lowNanos() / 1e6);
        line.add(latency == null ? null : latency.highNanos() / 1e6);
        line.add(trial.network());
        line.add(harmless(trial.architecture()));
        line.add(harmless(trial.reason()));
        return line;
    }

    private static String harmless(String text) {
        return text != null && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
