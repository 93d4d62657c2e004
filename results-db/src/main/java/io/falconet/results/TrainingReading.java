package io.falconet.results;

import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.rank.Training;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads how a study's networks were trained, within the caller's transaction. */
record TrainingReading(Handle handle) {
    /** Rows fetched at a time from a database in another process. */
    private static final int FETCH = 1000;

    /** A network that had another training than this one, whatever came of it there. */
    private static final String SEVERAL =
            """
            AND EXISTS (SELECT 1 FROM trial w
                         WHERE w.network_id = u.network_id AND w.state = 'EVALUATED'
                           AND (w.epochs <> u.epochs OR w.images <> u.images OR w.batch <> u.batch
                                OR w.schedule <> u.schedule OR w.pixels <> u.pixels))
            """;

    private static final String TRAININGS =
            """
            SELECT t.network_id, CASE WHEN t.study_id = :study THEN 0 ELSE 1 END AS elsewhere,
            """
                    + OutcomeReader.COLUMNS
                    + """
              FROM (SELECT DISTINCT u.network_id, p.data_fingerprint
                      FROM trial u
                      JOIN outcome p ON p.study_id = u.study_id AND p.number = u.number
                     WHERE u.study_id = :study AND u.state = 'EVALUATED' <several>) k
              JOIN trial t ON t.network_id = k.network_id
              JOIN outcome o ON o.study_id = t.study_id AND o.number = t.number
              JOIN study s ON s.id = t.study_id
             WHERE t.state = 'EVALUATED' AND s.imported IS NULL AND o.data_fingerprint = k.data_fingerprint
               AND (t.study_id = :study OR t.reused_study_id IS NULL)
             ORDER BY elsewhere, t.finished_nanos, t.study_id, t.number
            """;

    List<Training> of(long studyId) {
        return trainings(studyId, "");
    }

    /** Those of the networks alone that were trained to several amounts. */
    List<Training> severalTimes(long studyId) {
        return trainings(studyId, SEVERAL);
    }

    private List<Training> trainings(long studyId, String several) {
        OutcomeReader reader = new OutcomeReader();
        List<Found> found = handle.createQuery(TRAININGS)
                .define("several", several)
                .setFetchSize(FETCH)
                .bind("study", studyId)
                .map((row, context) -> new Found(
                        row.getInt("elsewhere") == 0,
                        new Training(row.getString("network_id"), reader.evaluated(row, List.of()))))
                .list();
        Set<String> recipes =
                found.stream().filter(Found::own).map(Found::recipe).collect(Collectors.toSet());
        return found.stream()
                .filter(each -> recipes.contains(each.recipe()))
                .map(Found::training)
                .toList();
    }

    int networks(long studyId) {
        return handle.createQuery(
                        "SELECT COUNT(DISTINCT network_id) FROM trial WHERE study_id = :study AND state = 'EVALUATED'")
                .bind("study", studyId)
                .mapTo(Integer.class)
                .one();
    }

    Map<String, Integer> numbers(long studyId, Fidelity fidelity, Set<String> networks) {
        if (networks.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery(
                        """
                        SELECT network_id, MIN(number) AS number FROM trial
                         WHERE study_id = :study AND state = 'EVALUATED' AND network_id IN (<networks>)
                           AND epochs = :epochs AND images = :images AND batch = :batch AND schedule = :schedule
                           AND pixels = :pixels
                         GROUP BY network_id
                        """)
                .bind("study", studyId)
                .bind("epochs", fidelity.epochs())
                .bind("images", fidelity.images())
                .bind("batch", fidelity.batch())
                .bind("schedule", fidelity.schedule())
                .bind("pixels", fidelity.pixels())
                .bindList("networks", List.copyOf(networks))
                .map((row, context) -> Map.entry(row.getString("network_id"), row.getInt("number")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Found(boolean own, Training training) {
        String recipe() {
            return training.outcome().provenance().versions().getOrDefault(Provenance.RECIPE, "");
        }
    }
}
