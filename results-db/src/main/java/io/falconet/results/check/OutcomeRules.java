package io.falconet.results.check;

import java.util.List;

/** What must hold for the values of outcomes, of curves and of what was measured to calibrate devices. */
final class OutcomeRules {
    private static final String AGAIN =
            "Maybe the row was changed by hand: restore a backup, or measure again: falconet reproduce STUDY:TRIAL.";

    private OutcomeRules() {}

    static final List<Rule> ALL = List.of(
            new Rule(
                    "outcome-kind",
                    "a complexity of an evaluated trial unless it was imported, a reason of any other and a log of a failed one",
                    AGAIN,
                    """
                    SELECT s.name AS study, t.number, 'the state ' || t.state || ' without it' AS found
                      FROM trial t
                      JOIN study s ON s.id = t.study_id
                      JOIN outcome o ON o.study_id = t.study_id AND o.number = t.number
                     WHERE (t.state = 'EVALUATED' AND s.imported IS NULL
                            AND (o.parameters IS NULL OR o.parameters_executed IS NULL OR o.parameters_fused IS NULL OR o.macs IS NULL))
                        OR (t.state IN ('PRUNED', 'INFEASIBLE', 'FAILED') AND o.reason IS NULL)
                        OR (t.state = 'FAILED' AND o.log IS NULL)
                     ORDER BY t.study_id, t.number
                    """),
            new Rule(
                    "outcome-fidelity",
                    "an outcome of the training that its trial asks for",
                    AGAIN,
                    """
                    SELECT s.name AS study, t.number,
                           CAST(o.epochs AS VARCHAR) || ' of ' || CAST(o.schedule AS VARCHAR) || ' epochs, '
                               || CAST(o.images AS VARCHAR) || ' images, batch ' || CAST(o.batch AS VARCHAR) || ', pixels '
                               || CAST(o.pixels AS VARCHAR) || ' where ' || CAST(t.epochs AS VARCHAR) || ' of '
                               || CAST(t.schedule AS VARCHAR) || ', ' || CAST(t.images AS VARCHAR) || ', '
                               || CAST(t.batch AS VARCHAR) || ' and ' || CAST(t.pixels AS VARCHAR) || ' are asked for' AS found
                      FROM trial t
                      JOIN study s ON s.id = t.study_id
                      JOIN outcome o ON o.study_id = t.study_id AND o.number = t.number
                     WHERE o.epochs <> t.epochs OR o.images <> t.images OR o.batch <> t.batch
                        OR o.schedule <> t.schedule OR o.pixels <> t.pixels
                     ORDER BY t.study_id, t.number
                    """),
            new Rule(
                    "accuracy",
                    "average precisions from 0 to 1, or none",
                    AGAIN,
                    """
                    SELECT s.name AS study, o.number,
                           'mAP50-95 ' || COALESCE(CAST(o.map50_95 AS VARCHAR), 'none')
                               || ', mAP50 ' || COALESCE(CAST(o.map50 AS VARCHAR), 'none')
                               || ', mAP75 ' || COALESCE(CAST(o.map75 AS VARCHAR), 'none')
                               || ', small ' || COALESCE(CAST(o.map_small AS VARCHAR), 'none')
                               || ', medium ' || COALESCE(CAST(o.map_medium AS VARCHAR), 'none')
                               || ', large ' || COALESCE(CAST(o.map_large AS VARCHAR), 'none') AS found
                      FROM outcome o
                      JOIN study s ON s.id = o.study_id
                     WHERE NOT (COALESCE(o.map50_95, 0) BETWEEN 0 AND 1 AND COALESCE(o.map50, 0) BETWEEN 0 AND 1
                                AND COALESCE(o.map75, 0) BETWEEN 0 AND 1 AND COALESCE(o.map_small, 0) BETWEEN 0 AND 1
                                AND COALESCE(o.map_medium, 0) BETWEEN 0 AND 1 AND COALESCE(o.map_large, 0) BETWEEN 0 AND 1)
                     ORDER BY o.study_id, o.number
                    """),
            new Rule(
                    "counts",
                    "counts and durations of 0 or more",
                    AGAIN,
                    """
                    SELECT s.name AS study, o.number,
                           COALESCE(CAST(o.parameters AS VARCHAR), 'no') || ' parameters, '
                               || COALESCE(CAST(o.parameters_executed AS VARCHAR), 'none') || ' executed, '
                               || COALESCE(CAST(o.parameters_fused AS VARCHAR), 'none') || ' fused, '
                               || COALESCE(CAST(o.macs AS VARCHAR), 'no') || ' MACs, '
                               || CAST(o.elapsed_nanos AS VARCHAR) || ' ns elapsed' AS found
                      FROM outcome o
                      JOIN study s ON s.id = o.study_id
                     WHERE o.parameters < 0 OR o.parameters_executed < 0 OR o.parameters_fused < 0 OR o.macs < 0
                        OR o.elapsed_nanos < 0
                     ORDER BY o.study_id, o.number
                    """),
            new Rule(
                    "latency",
                    "a latency as a whole or none: 0 <= low <= median <= high, a deviation of 0 or more, at least 1 run and 1 thread",
                    AGAIN,
                    """
                    SELECT s.name AS study, o.number,
                           COALESCE(CAST(o.low_nanos AS VARCHAR), 'no') || ' ns, '
                               || COALESCE(CAST(o.median_nanos AS VARCHAR), 'no') || ' ns, '
                               || COALESCE(CAST(o.high_nanos AS VARCHAR), 'no') || ' ns, deviation '
                               || COALESCE(CAST(o.mad_nanos AS VARCHAR), 'none') || ', runs '
                               || COALESCE(CAST(o.timed_runs AS VARCHAR), 'none') || ', device '
                               || COALESCE(o.device_name, 'none') AS found
                      FROM outcome o
                      JOIN study s ON s.id = o.study_id
                     WHERE (CASE WHEN o.device_name IS NULL THEN 0 ELSE 1 END)
                               + (CASE WHEN o.device_processor IS NULL THEN 0 ELSE 1 END)
                               + (CASE WHEN o.device_runtime IS NULL THEN 0 ELSE 1 END)
                               + (CASE WHEN o.device_threads IS NULL THEN 0 ELSE 1 END)
                               + (CASE WHEN o.warmup_runs IS NULL THEN 0 ELSE 1 END)
                               + (CASE WHEN o.timed_runs IS NULL THEN 0 ELSE 1 END)
                               + (CASE WHEN o.median_nanos IS NULL THEN 0 ELSE 1 END)
                               + (CASE WHEN o.low_nanos IS NULL THEN 0 ELSE 1 END)
                               + (CASE WHEN o.high_nanos IS NULL THEN 0 ELSE 1 END)
                               + (CASE WHEN o.mad_nanos IS NULL THEN 0 ELSE 1 END) NOT IN (0, 10)
                        OR o.low_nanos < 0 OR o.low_nanos > o.median_nanos OR o.median_nanos > o.high_nanos
                        OR o.mad_nanos < 0 OR o.warmup_runs < 0 OR o.timed_runs < 1 OR o.device_threads < 1
                     ORDER BY o.study_id, o.number
                    """),
            new Rule(
                    "curve",
                    "a training curve of finished trials alone, from epoch 1, with a learning rate and seconds of 0 or more",
                    AGAIN,
                    """
                    SELECT s.name AS study, c.number,
                           'entry ' || CAST(c.position AS VARCHAR) || ': epoch ' || CAST(c.epoch AS VARCHAR)
                               || ', learning rate ' || CAST(c.learning_rate AS VARCHAR) || ', '
                               || CAST(c.seconds AS VARCHAR) || ' s'
                               || CASE WHEN o.number IS NULL THEN ', without an outcome' ELSE '' END AS found
                      FROM curve c
                      JOIN study s ON s.id = c.study_id
                      LEFT JOIN outcome o ON o.study_id = c.study_id AND o.number = c.number
                     WHERE o.number IS NULL OR c.position < 0 OR c.epoch < 1
                        OR NOT (c.learning_rate >= 0 AND c.learning_rate < 1e300)
                        OR NOT (c.seconds >= 0 AND c.seconds < 1e300)
                     ORDER BY c.study_id, c.number, c.position
                    """),
            new Rule(
                    "curve-gap",
                    "the entries of a training curve numbered from 0 without a gap",
                    AGAIN,
                    """
                    SELECT s.name AS study, c.number,
                           CAST(c.entries AS VARCHAR) || ' entries, the last numbered ' || CAST(c.highest AS VARCHAR) AS found
                      FROM (SELECT study_id, number, COUNT(*) AS entries, MAX(position) AS highest
                              FROM curve
                             GROUP BY study_id, number) c
                      JOIN study s ON s.id = c.study_id
                     WHERE c.highest <> c.entries - 1
                     ORDER BY c.study_id, c.number
                    """),
            new Rule(
                    "calibration",
                    "calibrations of 0 <= low <= median <= high, a deviation of 0 or more, at least 1 run, thread and class",
                    "Maybe the row was changed by hand: delete it, and calibrate again: falconet device calibrate NAME.",
                    """
                    SELECT CAST(NULL AS VARCHAR) AS study, CAST(NULL AS INTEGER) AS number,
                           'network ' || network || ' on ' || device_name || ': ' || CAST(low_nanos AS VARCHAR) || ' ns, '
                               || CAST(median_nanos AS VARCHAR) || ' ns, ' || CAST(high_nanos AS VARCHAR)
                               || ' ns, deviation ' || CAST(mad_nanos AS VARCHAR) || ', ' || CAST(runs AS VARCHAR)
                               || ' runs' AS found
                      FROM calibration
                     WHERE low_nanos < 0 OR low_nanos > median_nanos OR median_nanos > high_nanos OR mad_nanos < 0
                        OR runs < 1 OR warmup_runs < 0 OR device_threads < 1 OR classes < 1
                     ORDER BY device_name, network
                    """));
}
