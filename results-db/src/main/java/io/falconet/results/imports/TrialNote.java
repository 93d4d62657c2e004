package io.falconet.results.imports;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a file tells of a trial and Falconet has no column for, in words. Short: H2 stores what is over 256 letters
 * apart.
 */
final class TrialNote {
    private TrialNote() {}

    static String of(SourceTrial trial) {
        StringBuilder note = new StringBuilder("There it is ")
                .append(trial.number().map(number -> "trial " + number).orElse("in line " + trial.line()))
                .append(trial.state().map(state -> ", " + state).orElse(""))
                .append(trial.reason().isEmpty() ? "" : ": " + trial.reason())
                .append(".\n");
        if (trial.started().isEmpty() && trial.finished().isEmpty()) {
            note.append("When it ran is not told: its times are those of the import.\n");
        }
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
