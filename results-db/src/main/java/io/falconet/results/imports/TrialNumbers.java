package io.falconet.results.imports;

import io.falconet.results.ImportedTrial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts trials in the order of their numbers. A study's trials count from 0 without a gap: where the file's do not, they get
 * other numbers.
 */
final class TrialNumbers {
    private static final int LONGEST = 9;

    private final Faults faults;
    private final Map<Integer, SourceTrial> seen = new HashMap<>();
    private final List<Numbered> trials = new ArrayList<>();
    private int rows;

    TrialNumbers(Faults faults) {
        this.faults = faults;
    }

    private record Numbered(int number, ImportedTrial trial) {}

    /** Looks at the number of the next trial of the file; a file without such numbers has its rows counted. */
    int next(SourceTrial trial) {
        int row = rows++;
        if (trial.number().isEmpty()) {
            return row;
        }
        String text = trial.number().get().replaceFirst("\\.0$", "");
        if (text.length() > LONGEST || !text.matches("\\d+")) {
            faults.add(
                    trial,
                    "a number of the trial was expected, found \"%s\"."
                            .formatted(trial.number().get()),
                    "Maybe number them from 0, or leave the column out.");
            return row;
        }
        int number = Integer.parseInt(text);
        SourceTrial before = seen.putIfAbsent(number, trial);
        if (before != null) {
            faults.add(
                    trial,
                    "another number than that of %s was expected, found %d again."
                            .formatted(before.line() > 0 ? "line " + before.line() : "a trial before", number),
                    "Maybe rows stand there twice.");
        }
        return number;
    }

    void add(int number, ImportedTrial trial) {
        trials.add(new Numbered(number, trial));
    }

    /** How many trials the file has, whether or not they could be read. */
    int rows() {
        return rows;
    }

    /** All of them by number. */
    List<ImportedTrial> sorted() {
        trials.sort(Comparator.comparingInt(Numbered::number));
        return trials.stream().map(Numbered::trial).toList();
    }

    /** Whether one has another number than that by which it is sorted; to be asked after that. */
    boolean renumbered() {
        for (int i = 0; i < trials.size(); i++) {
            if (trials.get(i).number() != i) {
                return true;
            }
        }
        return false;
    }
}
