package io.falconet.results.imports;

import io.falconet.space.outcome.Objective.Direction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The trials in a file, as texts: what kind of file it is shows here no more. */
interface Source {
    /** What it is, for people: {@code a CSV of Optuna's}. */
    String kind();

    /** Columns whose values may be objectives, in their order. */
    List<String> columns();

    /** The columns that the other program optimised; none where the file does not tell. */
    List<String> optimised();

    /** By what name a column is known to people: the other program's own name of an objective, or the column's. */
    String name(String column);

    /** Which way the other program took for better; nothing where the file does not tell. */
    Optional<Direction> direction(String column);

    /** Whether no trial has anything in a column. */
    boolean empty(String column);

    /**
     * Tells all trials, in the order of the file.
     *
     * @param figures columns that are figures, and so no parameters
     * @param faults gets what cannot be read as a trial
     */
    void each(Set<String> figures, Consumer<SourceTrial> trials, Faults faults);
}
