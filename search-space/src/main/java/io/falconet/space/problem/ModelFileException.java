package io.falconet.space.problem;

import java.util.List;

/** A model's configuration file that cannot be used. Tells all that is wrong with it, in the order of the file. */
public final class ModelFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /**
     * A file with problems.
     *
     * @param source what the file is called
     */
    public ModelFileException(String source, List<Problem> problems) {
        super(Problem.list(source, problems));
        this.problems = Problem.sorted(problems);
    }

    /** All problems, in the order of their lines. */
    public List<Problem> problems() {
        return problems;
    }
}
