package io.falconet.space.problem;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something wrong in a file that somebody wrote.
 *
 * @param line where, from 1; 0 is the file as a whole
 * @param message what was expected and what was found
 * @param remedy what would help, a sentence that starts with "Maybe"
 */
public record Problem(int line, String message, String remedy) {
    /** In the order of the file. */
    public static List<Problem> sorted(List<Problem> problems) {
        return problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }

    /**
     * All problems of a file, a line a problem, in the order of the file.
     *
     * @param source what the file is called
     */
    public static String list(String source, List<Problem> problems) {
        String count = problems.size() == 1 ? "a problem" : problems.size() + " problems";
        return sorted(problems).stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n  ", "%s has %s:\n  ".formatted(source, count), ""));
    }

    @Override
    public String toString() {
        return (line > 0 ? "line " + line + ": " : "") + message + " " + remedy;
    }
}
