package io.falconet.results.imports;

import io.falconet.space.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers what is wrong with a file, and not more of a kind than people read: each of its rows may be wrong alike. */
final class Faults {
    private static final int MOST = 10;
    private static final int MOST_IN_ALL = 100;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> byKind = new HashMap<>();
    private long more;

    /** What is wrong with the file as a whole. */
    void add(String message, String remedy) {
        problems.add(new Problem(0, message, remedy));
    }

    /** What is wrong with a cell. */
    void add(SourceTrial trial, String column, String message, String remedy) {
        add(column + " " + remedy, trial, "column %s: %s".formatted(column, message), remedy);
    }

    /** What is wrong with a row. */
    void add(SourceTrial trial, String message, String remedy) {
        add(remedy, trial, message, remedy);
    }

    /** What is wrong with a line that could not be read as a row. */
    void add(int line, String message, String remedy) {
        add(remedy, line, message, remedy);
    }

    private void add(String kind, SourceTrial trial, String message, String remedy) {
        add(
                kind,
                trial.line(),
                (trial.line() > 0 ? "" : "trial %s: ".formatted(trial.number().orElse("?"))) + message,
                remedy);
    }

    private void add(String kind, int line, String message, String remedy) {
        if (byKind.merge(kind, 1, Integer::sum) <= MOST && problems.size() < MOST_IN_ALL) {
            problems.add(new Problem(line, message, remedy));
        } else {
            more++;
        }
    }

    /**
     * Goes on if nothing is wrong.
     *
     * @throws ImportException with all that is
     */
    void refuse(String file) {
        if (problems.isEmpty()) {
            return;
        }
        throw new ImportException(Problem.list(file, problems)
                + (more == 0 ? "" : "%n  and %,d more like these.".formatted(more))
                + "%nNothing was imported.".formatted());
    }
}
