package io.falconet.dashboard.lineage;

import io.falconet.dashboard.page.Decisions;
import io.falconet.space.space.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A decision that a trial took otherwise than its parent.
 *
 * @param choice what was decided
 * @param before as the parent did
 * @param after as the trial does
 * @param inherited whether the other parent decided so
 */
record Change(String choice, String before, String after, boolean inherited) {
    /** Stands where a parent decided nothing. */
    private static final String NOTHING = "nothing";

    /**
     * What changed, in the order of the decisions.
     *
     * @param parent text of the parent's architecture
     * @param other that of the other parent, where there are two
     */
    static List<Change> between(String parent, Optional<String> other, String child) {
        Map<String, String> before = decisions(parent);
        Map<String, String> beside = other.map(Change::decisions).orElse(Map.of());
        List<Change> changes = new ArrayList<>();
        decisions(child).forEach((choice, after) -> {
            String old = before.getOrDefault(choice, NOTHING);
            if (!old.equals(after)) {
                changes.add(new Change(choice, old, after, after.equals(beside.get(choice))));
            }
        });
        return changes;
    }

    private static Map<String, String> decisions(String architecture) {
        return Decisions.parsed(architecture).map(Architecture::decisions).orElse(Map.of());
    }
}
