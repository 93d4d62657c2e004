package io.falconet.results.people;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may use the dashboard. {@link AccountStore#password} alone tells the password's digest.
 *
 * @param name unique, 1 to 64 characters
 * @param passwordSince when the password was set
 * @param disabled since when it lets nobody in; empty where it does
 */
public record Account(String name, Role role, Instant created, Instant passwordSince, Optional<Instant> disabled) {
    /** Whether it lets in. */
    public boolean enabled() {
        return disabled.isEmpty();
    }
}
