package io.falconet.cluster.driver;

import io.falconet.results.StudyState;
import java.util.EnumSet;
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

    /** The state that says so. */
    StudyState state() {
        return state;
    }

    /** In which states it makes sense. */
    Set<StudyState> from() {
        return from;
    }

    /** These states, for people. */
    String expected() {
        return expected;
    }
}
