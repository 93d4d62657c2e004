package io.falconet.dashboard.page;

import com.vaadin.flow.component.html.Span;
import io.falconet.results.StudyState;
import io.falconet.results.TrialState;
import java.util.Locale;

/** A word for a state, on a ground that matches how good it is; the word alone says it all. */
public final class Chip extends Span {
    private static final long serialVersionUID = 1;

    private Chip(String word, String tone) {
        super(word);
        addClassNames("chip", "chip-" + tone);
    }

    /** A study's state. */
    public static Chip of(StudyState state) {
        return new Chip(
                word(state),
                switch (state) {
                    case QUEUED, PAUSED, STOPPED, CANCELLED -> "quiet";
                    case RUNNING -> "busy";
                    case FINISHED -> "good";
                    case FAILED -> "bad";
                });
    }

    /** A trial's state; one in flight is unfinished where nobody drives its study. */
    public static Chip of(TrialState state, StudyState study) {
        if (state == TrialState.RUNNING && study.ended()) {
            return new Chip("unfinished", "quiet");
        }
        return new Chip(
                word(state),
                switch (state) {
                    case RUNNING -> "busy";
                    case EVALUATED -> "good";
                    case PRUNED, INFEASIBLE -> "quiet";
                    case FAILED -> "bad";
                });
    }

    /** A trial that was trained, and then found to break a limit of its study. */
    public static Chip beyond() {
        return new Chip("over a limit", "quiet");
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
