package io.falconet.evaluator.data;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A data set as it can be used, with what was wrong with it as it was found.
 *
 * @param faults in the order in which they were found
 */
public record Reading(Dataset dataset, List<Fault> faults) {
    public Reading {
        faults = List.copyOf(faults);
    }

    /** Faults of each kind that occurs. */
    public Map<Fault.Kind, List<Fault>> byKind() {
        Map<Fault.Kind, List<Fault>> byKind = new EnumMap<>(Fault.Kind.class);
        for (Fault.Kind kind : Fault.Kind.values()) {
            List<Fault> ofKind = faults.stream().filter(f -> f.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                byKind.put(kind, ofKind);
            }
        }
        return Collections.unmodifiableMap(byKind);
    }

    /** A line a kind: how many, and the first few by name. Empty where nothing is wrong. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        byKind().forEach((kind, found) -> {
            String examples =
                    String.join(", ", found.stream().limit(3).map(Fault::where).toList());
            text.append(
                    "%s: %d (%s%s)%n".formatted(kind.label(), found.size(), examples, found.size() > 3 ? ", …" : ""));
        });
        return text.toString();
    }
}
