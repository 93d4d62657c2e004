package io.falconet.dashboard.page;

import java.util.Locale;

/** Counts of things as people write them. */
public final class Words {
    private Words() {}

    /** Such as {@code 1 trial} or {@code 100,000 trials}. */
    public static String count(long count, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
    }
}
