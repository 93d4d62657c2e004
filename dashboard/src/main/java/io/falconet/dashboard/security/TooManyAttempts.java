package io.falconet.dashboard.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Somebody tried too often to sign in. */
final class TooManyAttempts extends AuthenticationException {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("Too many attempts to sign in.");
        this.wait = wait;
    }

    /** Whole seconds until the next may be made, at least one. */
    long seconds() {
        return wait.plusMillis(999).toSeconds();
    }
}
