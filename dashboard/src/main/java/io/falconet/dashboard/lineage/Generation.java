package io.falconet.dashboard.lineage;

import io.falconet.results.TrialRecord;
import java.util.List;
import java.util.Optional;

/**
 * A trial with its parents, as far as the store has them.
 *
 * @param trial the child
 * @param parent that it has most of; nothing where it has none, or nobody knows
 * @param other whose decisions it has some of, where it is a child of two
 */
record Generation(TrialRecord trial, Optional<TrialRecord> parent, Optional<TrialRecord> other) {
    /** What it decides otherwise than its parent. */
    List<Change> changes() {
        return parent.map(known -> Change.between(
                        known.architecture(), other.map(TrialRecord::architecture), trial.architecture()))
                .orElse(List.of());
    }
}
