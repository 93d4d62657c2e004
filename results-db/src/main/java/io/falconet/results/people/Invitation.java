package io.falconet.results.people;

import java.time.Instant;
import java.util.Optional;

/**
 * A link that lets in once. Its key is digested, and told by nobody.
 *
 * @param role of whom it lets in
 * @param account whose password it sets; empty where whoever comes chooses a name
 * @param author who made it
 */
public record Invitation(
        Kind kind, Role role, Optional<String> account, String author, Instant created, Instant expires) {
    /** What a link is for. */
    public enum Kind {
        /** Printed on the server: whoever can read its console becomes an admin, by a new name or by one that there is. */
        SETUP,
        /** To a new account. */
        JOIN,
        /** To an account whose password was forgotten. */
        PASSWORD
    }
}
