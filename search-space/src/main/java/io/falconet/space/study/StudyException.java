package io.falconet.space.study;

import io.falconet.space.problem.Problem;
import java.util.List;

/** A study file that cannot be used. Tells all that is wrong with it, a line a problem, in the order of the file. */
public final class StudyException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    StudyException(String source, List<Problem> problems) {
        super(Problem.list(source, problems));
        this.problems = Problem.sorted(problems);
    }

    /** All problems, in the order of their lines. */
    public List<Problem> problems() {
        return problems;
    }
}
