package io.falconet.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads why trials have no figures, within the caller's transaction. */
record TroubleReading(Handle handle) {
    private static final String TROUBLES =
            """
            SELECT r.state, r.reason, r.number, r.together
              FROM (SELECT t.state, COALESCE(o.reason, '') AS reason, t.number,
                           COUNT(*) OVER (PARTITION BY t.state, o.reason) AS together,
                           ROW_NUMBER() OVER (PARTITION BY t.state, o.reason ORDER BY t.number) AS place
                      FROM trial t
                      JOIN outcome o ON o.study_id = t.study_id AND o.number = t.number
                     WHERE t.study_id = :study AND t.state IN ('PRUNED', 'INFEASIBLE', 'FAILED')) r
             WHERE r.place <= :first
             ORDER BY r.number
            """;

    private record Key(TrialState state, String reason, int count) {}

    List<Trouble> of(long studyId) {
        Map<Key, List<Integer>> first = new LinkedHashMap<>();
        handle.createQuery(TROUBLES)
                .setFetchSize(TrialReading.FETCH)
                .bind("study", studyId)
                .bind("first", Trouble.FIRST)
                .map((row, context) -> Map.entry(
                        new Key(
                                TrialState.valueOf(row.getString("state")),
                                row.getString("reason"),
                                row.getInt("together")),
                        row.getInt("number")))
                .forEach(row -> first.computeIfAbsent(row.getKey(), key -> new ArrayList<>())
                        .add(row.getValue()));
        return first.entrySet().stream()
                .map(each -> new Trouble(
                        each.getKey().state(),
                        each.getKey().reason(),
                        each.getKey().count(),
                        each.getValue()))
                .toList();
    }
}
