package io.falconet.results;

/** Where a study is in its life. */
public enum StudyState {
    /** Waits for a driver. */
    QUEUED,
    /** Is being searched, or was when its driver died: look at the heartbeat. */
    RUNNING,
    /** Was stopped by a person; can go on. */
    STOPPED,
    /** All trials are done. */
    FINISHED,
    /** Broke; the message says why. */
    FAILED;

    /** Whether nobody works on the study and nobody is asked to. */
    public boolean ended() {
        return this == STOPPED || this == FINISHED || this == FAILED;
    }
}
