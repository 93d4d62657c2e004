package io.falconet.results;

import io.falconet.results.TrialWrite.Recording;
import io.falconet.space.search.FrontRule;
import io.falconet.space.search.pareto.GrowingFront;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Keeps the front of a study up to date, within the transaction that records its outcomes. */
final class FrontWriter {
    private final Handle handle;
    private final long studyId;

    FrontWriter(Handle handle, long studyId) {
        this.handle = handle;
        this.studyId = studyId;
    }

    /**
     * What is known of the front, if nobody has changed the study since.
     *
     * @param changes those that this transaction has counted
     */
    Optional<StudyFront> current(Optional<StudyFront> known, int changes) {
        if (known.isEmpty()) {
            return known;
        }
        long version = handle.createQuery("SELECT version FROM study WHERE id = :study")
                .bind("study", studyId)
                .mapTo(Long.class)
                .one();
        return known.filter(front -> front.version() + changes == version).map(front -> front.at(version));
    }

    /**
     * Adds what was recorded.
     *
     * @param known the front before it, where it is known
     * @return the front after it
     */
    Optional<StudyFront> add(List<Recording> recordings, Optional<StudyFront> known) {
        StudyFront before = known.orElseGet(this::load);
        if (before.rule().isEmpty()) {
            return Optional.of(before);
        }
        FrontRule rule = before.rule().get();
        GrowingFront<Integer> after = before.front().copy();
        boolean grown = false;
        for (Recording recording : recordings) {
            Optional<double[]> point = rule.point(recording.outcome());
            grown |= point.isPresent() && after.offer(recording.number(), point.get());
        }
        if (!grown) {
            return Optional.of(before);
        }
        change(before.front().items(), after.items());
        return Optional.of(new StudyFront(before.version(), before.rule(), after));
    }

    private StudyFront load() {
        StudyFront empty = handle.createQuery("SELECT version, spec FROM study WHERE id = :study")
                .bind("study", studyId)
                .map((row, context) ->
                        new StudyFront(row.getLong("version"), rule(row.getString("spec")), new GrowingFront<>()))
                .one();
        return empty.rule()
                .map(rule -> new StudyFront(empty.version(), empty.rule(), front(rule)))
                .orElse(empty);
    }

    /** As it is kept; made anew where it is kept by another rule or not at all. */
    private GrowingFront<Integer> front(FrontRule rule) {
        FrontReading reading = new FrontReading(handle);
        if (reading.kept(studyId, rule)) {
            return reading.front(studyId, rule);
        }
        GrowingFront<Integer> computed = reading.computed(studyId, rule);
        change(reading.numbers(studyId), computed.items());
        handle.createUpdate("UPDATE study SET front_rule = :rule WHERE id = :study")
                .bind("rule", rule.text())
                .bind("study", studyId)
                .execute();
        return computed;
    }

    private void change(Set<Integer> before, Set<Integer> after) {
        new Batch(handle, "DELETE FROM front WHERE study_id = ? AND number = ?").run(without(before, after));
        new Batch(handle, "INSERT INTO front (study_id, number) VALUES (?, ?)").run(without(after, before));
    }

    private List<Object[]> without(Set<Integer> numbers, Set<Integer> others) {
        return numbers.stream()
                .filter(number -> !others.contains(number))
                .sorted()
                .map(number -> new Object[] {studyId, number})
                .toList();
    }

    /** Nothing where another version of Falconet wrote the study's file. */
    private static Optional<FrontRule> rule(String spec) {
        try {
            return Optional.of(new FrontRule(new StudyReader().readStored(spec)));
        } catch (StudyException unreadable) {
            return Optional.empty();
        }
    }
}
