package io.falconet.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads why trials have no figures, within the caller's transaction. */
record TroubleReading(Handle handle) {
    /** Grouped here, not there: windows over as many reasons as trials take a database several times as long. */
    private static final String TROUBLES =
            """
            SELECT t.state, COALESCE(o.reason, '') AS reason, t.number
              FROM trial t
              JOIN outcome o ON o.study_id = t.study_id AND o.number = t.number
             WHERE t.study_id = :study AND t.state IN ('PRUNED', 'INFEASIBLE', 'FAILED')
             ORDER BY t.study_id, t.number
            """;

    private record Key(TrialState state, String reason) {}

    List<Trouble> of(long studyId) {
        Map<Key, Trouble> troubles = new LinkedHashMap<>();
        handle.createQuery(TROUBLES)
                .setFetchSize(TrialReading.FETCH)
                .bind("study", studyId)
                .map((row, context) -> new Trouble(
                        TrialState.valueOf(row.getString("state")),
                        row.getString("reason"),
                        1,
                        List.of(row.getInt("number"))))
                .forEach(one -> troubles.merge(new Key(one.state(), one.reason()), one, Trouble::with));
        return List.copyOf(troubles.values());
    }
}
