package io.falconet.space.study;

import java.util.List;
import java.util.stream.Collectors;

/** A study file that cannot be used. Tells all that is wrong with it, a line a problem, in the order of the file. */
public final class StudyException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    StudyException(String source, List<Problem> problems) {
        super(problems.stream()
                .sorted(Problem.BY_LINE)
                .map(Problem::toString)
                .collect(Collectors.joining(
                        "\n  ",
                        "%s has %s:\n  "
                                .formatted(source, problems.size() == 1 ? "a problem" : problems.size() + " problems"),
                        "")));
        this.problems = problems.stream().sorted(Problem.BY_LINE).toList();
    }

    /** All problems, in the order of their lines. */
    public List<Problem> problems() {
        return problems;
    }
}
