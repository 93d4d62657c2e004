package io.falconet.evaluator;

/**
 * The device on which candidates are timed does not measure: its agent is lost for good, does not let in, or cannot do what is
 * asked of it. Not the candidate's fault, and no other candidate would fare better. The message says what may help.
 */
public final class DeviceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DeviceException(String message) {
        super(message);
    }

    DeviceException(String message, Throwable cause) {
        super(message, cause);
    }
}
