package io.falconet.results.people;

import java.util.Locale;

/** What somebody may do; each role may all that those before it may. */
public enum Role {
    /** Sees studies, trials and devices, and takes their files away. */
    VIEWER,
    /** Also acts: begins, pauses, resumes and cancels studies. */
    OPERATOR,
    /** Also says who else may. */
    ADMIN;

    /** For people: {@code an operator}. */
    public String words() {
        return (this == VIEWER ? "a " : "an ") + name().toLowerCase(Locale.ROOT);
    }

    /** Whether it may all that the other may. */
    public boolean covers(Role other) {
        return compareTo(other) >= 0;
    }

    /** The lesser of the two. */
    public Role atMost(Role most) {
        return most.covers(this) ? this : most;
    }
}
