package io.falconet.results.people;

import java.time.Instant;

/**
 * Something that somebody did, or tried to. Texts that are too long are cut.
 *
 * @param who name of the account; empty where nobody was signed in
 * @param origin address of the machine from which it came
 * @param what the action, a few words: {@code signed in}
 * @param about whom or what it concerns
 * @param result {@code done}, or why not
 */
public record AuditEntry(Instant at, String who, String origin, String what, String about, String result) {
    public AuditEntry {
        who = cut(who, 64);
        origin = cut(origin, 64);
        what = cut(what, 100);
        about = cut(about, 300);
        result = cut(result, 300);
    }

    /** NUL is a character that PostgreSQL has none of. */
    private static String cut(String text, int most) {
        String kept = text.replace("\0", "");
        return kept.length() <= most ? kept : kept.substring(0, most - 1) + "…";
    }
}
