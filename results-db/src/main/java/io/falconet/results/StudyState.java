package io.falconet.results;

/** Where a study is in its life. */
public enum StudyState {
    /** Waits for a driver. */
    QUEUED,
    /** Is being searched, or was when its driver died: look at the heartbeat. */
    RUNNING,
    /** Was asked to start no further trial; those in flight were let finish, or still are. Can go on. */
    PAUSED,
    /** Was stopped by a person; can go on. */
    STOPPED,
    /** All trials are done. */
    FINISHED,
    /** Broke; the message says why. */
    FAILED,
    /** Was given up by a person for good; what was found stays. */
    CANCELLED;

    /** Whether nobody is asked to work on the study. */
    public boolean ended() {
        return this != QUEUED && this != RUNNING;
    }
}
