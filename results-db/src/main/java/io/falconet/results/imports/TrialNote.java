package io.falconet.results.imports;

import java.util.Map;
import java.util.TreeMap;

/**
 * All that a file tells of a trial, in words: what it is called there, and what Falconet has no column for.
 *
 * @param source where the trials are read from
 */
record TrialNote(String source) {
    String of(SourceTrial trial) {
        StringBuilder note = new StringBuilder("Imported from ").append(source).append(".\n");
        note.append("There it is ")
                .append(trial.number().map(number -> "trial " + number).orElse("in line " + trial.line()))
                .append(trial.state().map(state -> ", " + state).orElse(""))
                .append(trial.reason().isEmpty() ? "" : ": " + trial.reason())
                .append(".\n");
        if (trial.started().isEmpty() && trial.finished().isEmpty()) {
            note.append("When it ran is not told: its times are those of the import.\n");
        }
        add(note, "Parameters", trial.parameters());
        add(note, "Values", trial.values());
        Map<String, String> reported = new TreeMap<>();
        trial.reported().forEach((step, value) -> reported.put("step %6d".formatted(step), value));
        add(note, "Reported on its way", reported);
        add(note, "Attributes", trial.attributes());
        return note.toString();
    }

    private static void add(StringBuilder note, String title, Map<String, String> facts) {
        if (facts.values().stream().anyMatch(fact -> !fact.isEmpty())) {
            note.append(title).append('\n');
            facts.forEach((name, fact) -> {
                if (!fact.isEmpty()) {
                    note.append("  ").append(name).append("  ").append(fact).append('\n');
                }
            });
        }
    }
}
