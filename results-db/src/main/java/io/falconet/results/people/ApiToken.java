package io.falconet.results.people;

import java.time.Instant;
import java.util.Optional;

/**
 * What a program shows in the place of a password. Its secret is digested, and told by nobody.
 *
 * @param owner name of the account for which it acts
 * @param name what it is for, unique among its owner's
 * @param role what it may, where its owner may as much
 * @param used when it was last shown, to a minute
 */
public record ApiToken(String owner, String name, Role role, Instant created, Optional<Instant> used) {
    /** One that was not used yet. */
    public ApiToken(String owner, String name, Role role, Instant created) {
        this(owner, name, role, created, Optional.empty());
    }
}
