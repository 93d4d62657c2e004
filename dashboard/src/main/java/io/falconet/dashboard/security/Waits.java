package io.falconet.dashboard.security;

import java.time.Duration;

/** How long to wait, as people say it. */
public final class Waits {
    private Waits() {}

    /** {@code 40 seconds}, {@code 3 minutes}: rounded up. */
    public static String words(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        if (seconds < 120) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        return (seconds + 59) / 60 + " minutes";
    }
}
