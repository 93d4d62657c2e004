package io.falconet.latency.agent;

/** An agent did not measure. The message says what was expected, what was found and what may help. */
public final class AgentException extends Exception {
    private static final long serialVersionUID = 1;

    /** What kept it from measuring. */
    public enum Cause {
        /** Nobody answers there, or the connection broke. May pass. */
        LOST,
        /** It measures for somebody else. Passes. */
        BUSY,
        /** It shows another certificate, or does not know the token. */
        STRANGER,
        /** A model arrived there as something else than was sent. May pass. */
        DAMAGED,
        /** It cannot do what is asked, whatever the model: it has fewer cores, or is of another release. */
        REQUEST,
        /** It does not take this model, or cannot run it. */
        MODEL
    }

    private final Cause reason;

    AgentException(Cause reason, String message) {
        super(message);
        this.reason = reason;
    }

    AgentException(Cause reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What kept it from measuring. */
    public Cause reason() {
        return reason;
    }

    /** Whether the same request may succeed later. */
    public boolean passes() {
        return reason == Cause.LOST || reason == Cause.BUSY || reason == Cause.DAMAGED;
    }
}
