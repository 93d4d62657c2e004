package io.falconet.dashboard.security;

import io.falconet.results.people.Role;

/**
 * Who is there.
 *
 * @param name of the account
 */
public record Who(String name, Role role) {
    /** Everybody, where nobody has to sign in. */
    static final Who LOCAL = new Who("local", Role.ADMIN);

    /** Whether it may all that a role may. */
    public boolean may(Role wanted) {
        return role.covers(wanted);
    }
}
