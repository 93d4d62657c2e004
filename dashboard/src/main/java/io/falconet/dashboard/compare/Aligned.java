package io.falconet.dashboard.compare;

import java.util.ArrayList;
import java.util.List;

/** Several lists of names as one, in which each name stands once. */
final class Aligned {
    private Aligned() {}

    /** All names: those of the first list in its order, others behind the name that comes before them in theirs. */
    static List<String> of(List<List<String>> lists) {
        List<String> all = new ArrayList<>();
        for (List<String> list : lists) {
            int next = 0;
            for (String name : list) {
                int known = all.indexOf(name);
                if (known < 0) {
                    all.add(next, name);
                    known = next;
                }
                next = known + 1;
            }
        }
        return all;
    }
}
