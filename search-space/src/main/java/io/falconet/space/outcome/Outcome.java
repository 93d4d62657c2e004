package io.falconet.space.outcome;

import java.util.Locale;

/**
 * What came of evaluating an architecture. A failure is an outcome too: stored with its cause, ranked worst, and the
 * search goes on.
 */
public sealed interface Outcome permits Evaluated, Pruned, Infeasible, Failed {
    /** Where the outcome comes from. */
    Provenance provenance();

    /** One word for the kind of outcome, as shown and stored: {@code evaluated}, {@code pruned}, … */
    default String kind() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
