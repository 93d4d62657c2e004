package io.falconet.results;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a person may want of a study, whoever drives it. */
public enum Wish {
    /** Start no further trial, let those in flight finish, and let the study go. */
    PAUSE(StudyState.PAUSED, EnumSet.of(StudyState.QUEUED, StudyState.RUNNING), "queued or running"),
    /** Let the study go now: what is in flight is trained again when it goes on. */
    STOP(
            StudyState.STOPPED,
            EnumSet.of(StudyState.QUEUED, StudyState.RUNNING, StudyState.PAUSED),
            "queued, running or paused"),
    /** As stop, and never go on. */
    CANCEL(
            StudyState.CANCELLED,
            EnumSet.complementOf(EnumSet.of(StudyState.FINISHED, StudyState.CANCELLED)),
            "neither finished nor cancelled"),
    /** Be searched by the next worker that has time. */
    QUEUE(
            StudyState.QUEUED,
            EnumSet.of(StudyState.QUEUED, StudyState.PAUSED, StudyState.STOPPED, StudyState.FAILED),
            "paused, stopped or failed");

    private final StudyState state;
    private final Set<StudyState> from;
    private final String expected;

    Wish(StudyState state, Set<StudyState> from, String expected) {
        this.state = state;
        this.from = from;
        this.expected = expected;
    }

    /**
     * Tells a study, whoever drives it: its driver, wherever it runs, hears it within seconds.
     *
     * @return whether it could be wanted of the study as it is
     */
    public boolean tell(StudyStore studies, long study, Instant now) {
        return studies.ask(study, state, from, now);
    }

    /** Whether it would change anything; of an imported study, which nobody drives, nothing would. */
    public boolean possible(StudyRecord study) {
        return from.contains(study.state())
                && study.state() != state
                && study.imported().isEmpty();
    }

    /** What was expected and what was found, where it cannot be wanted. */
    public String problem(String study, StudyState found) {
        return "A study that is %s was expected, found %s %s."
                .formatted(expected, study, found.name().toLowerCase(Locale.ROOT));
    }

    /** What may be done in its place with a study in that state: a sentence that goes on after "Maybe". */
    public static String remedy(StudyState found) {
        return switch (found) {
            case FINISHED -> "raise the trials in its file and search again.";
            case CANCELLED -> "give it another name in its file: what it trained is used again.";
            case QUEUED, RUNNING -> "pause or stop it first.";
            case PAUSED, STOPPED, FAILED -> "falconet resume goes on with it.";
        };
    }
}
