package io.falconet.space.study;

import java.util.Comparator;

/**
 * Something wrong in a study file.
 *
 * @param line where, from 1; 0 is the file as a whole
 * @param message what was expected and what was found
 * @param remedy what would help, a sentence that starts with "Maybe"
 */
public record Problem(int line, String message, String remedy) {
    static final Comparator<Problem> BY_LINE = Comparator.comparingInt(Problem::line);

    @Override
    public String toString() {
        return (line > 0 ? "line " + line + ": " : "") + message + " " + remedy;
    }
}
