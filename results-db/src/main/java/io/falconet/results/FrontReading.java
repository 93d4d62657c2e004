package io.falconet.results;

import io.falconet.space.outcome.Evaluated;
import io.falconet.space.search.FrontRule;
import io.falconet.space.search.pareto.GrowingFront;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads the fronts of studies within the caller's transaction: as they are kept, or from all trials. */
public final class FrontReading {
    private static final String EVALUATED = "SELECT o.number, "
            + OutcomeReader.COLUMNS
            + """
              FROM outcome o
              JOIN trial t ON t.study_id = o.study_id AND t.number = o.number
             WHERE o.study_id = :study AND t.state = 'EVALUATED'
            """;

    private static final String KEPT = "SELECT o.number, "
            + OutcomeReader.COLUMNS
            + """
              FROM front f
              JOIN outcome o ON o.study_id = f.study_id AND o.number = f.number
             WHERE f.study_id = :study
             ORDER BY f.number
            """;

    private final Handle handle;

    public FrontReading(Handle handle) {
        this.handle = handle;
    }

    /** Whether the study's front is kept by that rule; otherwise what is kept does not count. */
    public boolean kept(long studyId, FrontRule rule) {
        return handle.createQuery("SELECT front_rule FROM study WHERE id = :study AND front_rule IS NOT NULL")
                .bind("study", studyId)
                .mapTo(String.class)
                .findOne()
                .equals(Optional.of(rule.text()));
    }

    /** The numbers of the trials that are kept as the study's front. */
    public Set<Integer> numbers(long studyId) {
        return handle.createQuery("SELECT number FROM front WHERE study_id = :study")
                .bind("study", studyId)
                .mapTo(Integer.class)
                .set();
    }

    /** The front of all outcomes. Reads each of them: seconds for a million. */
    public GrowingFront<Integer> computed(long studyId, FrontRule rule) {
        return front(EVALUATED, studyId, rule);
    }

    /** The front as it is kept. */
    GrowingFront<Integer> front(long studyId, FrontRule rule) {
        return front(KEPT, studyId, rule);
    }

    private GrowingFront<Integer> front(String query, long studyId, FrontRule rule) {
        OutcomeReader reader = new OutcomeReader();
        GrowingFront<Integer> front = new GrowingFront<>();
        handle.createQuery(query)
                .setFetchSize(TrialReading.FETCH)
                .bind("study", studyId)
                .map((row, context) -> new Numbered(row.getInt("number"), reader.evaluated(row, List.of())))
                .forEach(each -> rule.point(each.outcome()).ifPresent(point -> front.offer(each.number(), point)));
        return front;
    }

    private record Numbered(int number, Evaluated outcome) {}

    /** The trials on the front, light, by number: those that are kept where they count, otherwise those found among all. */
    List<TrialRecord> trials(long studyId, FrontRule rule) {
        TrialReading trials = new TrialReading(handle);
        if (kept(studyId, rule)) {
            return trials.onFront(studyId);
        }
        GrowingFront<TrialRecord> front = new GrowingFront<>();
        trials.each(
                studyId, trial -> trial.outcome().flatMap(rule::point).ifPresent(point -> front.offer(trial, point)));
        return front.items().stream()
                .sorted(Comparator.comparing(TrialRecord::number))
                .toList();
    }
}
