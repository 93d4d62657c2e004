package io.falconet.results.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers findings, and not more of a kind than people read: a store may be wrong in a million places. */
final class Findings {
    static final int MOST = 1000;

    private final Map<String, List<Finding>> byKind = new LinkedHashMap<>();
    private final Map<String, Integer> further = new LinkedHashMap<>();

    void add(Finding finding) {
        List<Finding> same = byKind.computeIfAbsent(finding.kind(), kind -> new ArrayList<>());
        if (same.size() < MOST) {
            same.add(finding);
        } else {
            further.merge(finding.kind(), 1, Integer::sum);
        }
    }

    /** All of them, listed or not. */
    long count() {
        return byKind.values().stream().mapToLong(List::size).sum()
                + further.values().stream().mapToLong(Integer::longValue).sum();
    }

    List<Finding> list() {
        List<Finding> all = new ArrayList<>();
        byKind.forEach((kind, same) -> {
            all.addAll(same);
            if (further.containsKey(kind)) {
                all.add(new Finding(
                        kind,
                        Optional.empty(),
                        Optional.empty(),
                        same.get(0).expected(),
                        "%,d more like these".formatted(further.get(kind)),
                        same.get(0).remedy()));
            }
        });
        return all;
    }
}
