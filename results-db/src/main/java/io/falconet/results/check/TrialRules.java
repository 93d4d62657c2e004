package io.falconet.results.check;

import java.util.List;

/** What must hold for trials, and for what they point to. */
final class TrialRules {
    private static final String AGAIN =
            "Maybe the database was changed by hand: restore a backup, or delete the trial and those after it, and resume the study.";

    private TrialRules() {}

    static final List<Rule> ALL = List.of(
            new Rule(
                    "trial-state",
                    "a state that trials have: RUNNING, EVALUATED, PRUNED, INFEASIBLE or FAILED",
                    AGAIN,
                    """
                    SELECT s.name AS study, t.number, 'the state ' || t.state AS found
                      FROM trial t
                      JOIN study s ON s.id = t.study_id
                     WHERE t.state NOT IN ('RUNNING', 'EVALUATED', 'PRUNED', 'INFEASIBLE', 'FAILED')
                     ORDER BY t.study_id, t.number
                    """),
            new Rule(
                    "trial-end",
                    "a time of its end for each trial that is finished, and for no other",
                    AGAIN,
                    """
                    SELECT s.name AS study, t.number,
                           'the state ' || t.state || CASE WHEN t.finished_nanos IS NULL THEN ' without' ELSE ' with' END
                               || ' such a time' AS found
                      FROM trial t
                      JOIN study s ON s.id = t.study_id
                     WHERE (t.state = 'RUNNING' AND t.finished_nanos IS NOT NULL)
                        OR (t.state <> 'RUNNING' AND t.finished_nanos IS NULL)
                     ORDER BY t.study_id, t.number
                    """),
            new Rule(
                    "trial-fidelity",
                    "at least 1 epoch, 0 or more images, a batch of at least 1, a schedule of at least its epochs and pixels over 0 up to 1",
                    AGAIN,
                    """
                    SELECT s.name AS study, t.number,
                           CAST(t.epochs AS VARCHAR) || ' epochs, ' || CAST(t.images AS VARCHAR) || ' images, a batch of '
                               || CAST(t.batch AS VARCHAR) || ', a schedule of ' || CAST(t.schedule AS VARCHAR)
                               || ' and pixels ' || CAST(t.pixels AS VARCHAR) AS found
                      FROM trial t
                      JOIN study s ON s.id = t.study_id
                     WHERE t.epochs < 1 OR t.images < 0 OR t.batch < 1 OR t.schedule < t.epochs
                        OR NOT (t.pixels > 0 AND t.pixels <= 1)
                     ORDER BY t.study_id, t.number
                    """),
            new Rule(
                    "outcome-missing",
                    "an outcome of each trial that is finished",
                    AGAIN,
                    """
                    SELECT s.name AS study, t.number, 'the state ' || t.state || ' and no outcome' AS found
                      FROM trial t
                      JOIN study s ON s.id = t.study_id
                      LEFT JOIN outcome o ON o.study_id = t.study_id AND o.number = t.number
                     WHERE t.state <> 'RUNNING' AND o.number IS NULL
                     ORDER BY t.study_id, t.number
                    """),
            new Rule(
                    "outcome-unfinished",
                    "outcomes of finished trials alone",
                    AGAIN,
                    """
                    SELECT s.name AS study, o.number,
                           'an outcome of ' || COALESCE('a trial in state ' || t.state, 'no trial') AS found
                      FROM outcome o
                      LEFT JOIN study s ON s.id = o.study_id
                      LEFT JOIN trial t ON t.study_id = o.study_id AND t.number = o.number
                     WHERE t.number IS NULL OR t.state = 'RUNNING'
                     ORDER BY o.study_id, o.number
                    """),
            new Rule(
                    "reuse-source",
                    "reuse only of the outcome of a trial that was itself evaluated, of the same network",
                    AGAIN,
                    """
                    SELECT s.name AS study, t.number,
                           CASE WHEN t.reused_study_id IS NULL OR t.reused_number IS NULL THEN 'half a reference'
                                WHEN o.number IS NULL THEN 'one to a trial that is not there'
                                WHEN o.state <> 'EVALUATED' THEN 'one to a trial in state ' || o.state
                                WHEN o.reused_number IS NOT NULL THEN 'one to a trial that took its outcome from another'
                                WHEN t.state <> 'EVALUATED' THEN 'one from a trial in state ' || t.state
                                ELSE 'network ' || t.network_id || ' with the outcome of network ' || o.network_id
                                END AS found
                      FROM trial t
                      JOIN study s ON s.id = t.study_id
                      LEFT JOIN trial o ON o.study_id = t.reused_study_id AND o.number = t.reused_number
                     WHERE (t.reused_study_id IS NOT NULL OR t.reused_number IS NOT NULL)
                       AND (o.number IS NULL OR o.state <> 'EVALUATED' OR o.reused_number IS NOT NULL
                            OR t.state <> 'EVALUATED' OR o.network_id <> t.network_id)
                     ORDER BY t.study_id, t.number
                    """),
            new Rule(
                    "promotion-source",
                    "promotion only of an earlier trial of the study that was evaluated, of the same network",
                    AGAIN,
                    """
                    SELECT s.name AS study, t.number,
                           CASE WHEN l.number IS NULL
                                THEN 'trial ' || CAST(t.promoted AS VARCHAR) || ', which is not there'
                                WHEN l.number >= t.number
                                THEN 'trial ' || CAST(l.number AS VARCHAR) || ', which is no earlier one'
                                WHEN l.state <> 'EVALUATED'
                                THEN 'trial ' || CAST(l.number AS VARCHAR) || ' in state ' || l.state
                                ELSE 'network ' || t.network_id || ' going on from network ' || l.network_id
                                END AS found
                      FROM trial t
                      JOIN study s ON s.id = t.study_id
                      LEFT JOIN trial l ON l.study_id = t.study_id AND l.number = t.promoted
                     WHERE t.promoted IS NOT NULL
                       AND (l.number IS NULL OR l.number >= t.number OR l.state <> 'EVALUATED'
                            OR l.network_id <> t.network_id)
                     ORDER BY t.study_id, t.number
                    """),
            new Rule(
                    "descent",
                    "descent of a kind that trials have, only from earlier trials of the study, as many as its kind has",
                    AGAIN,
                    """
                    SELECT s.name AS study, t.number,
                           COALESCE(t.origin, 'no origin')
                               || CASE WHEN t.parent IS NULL THEN ''
                                       ELSE ' from trial ' || CAST(t.parent AS VARCHAR) END
                               || CASE WHEN t.other_parent IS NULL THEN ''
                                       ELSE ' and trial ' || CAST(t.other_parent AS VARCHAR) END
                               || CASE WHEN (t.parent IS NOT NULL AND p.number IS NULL)
                                         OR (t.other_parent IS NOT NULL AND o.number IS NULL)
                                       THEN ', which is not there' ELSE '' END AS found
                      FROM trial t
                      JOIN study s ON s.id = t.study_id
                      LEFT JOIN trial p ON p.study_id = t.study_id AND p.number = t.parent AND p.number < t.number
                      LEFT JOIN trial o ON o.study_id = t.study_id AND o.number = t.other_parent AND o.number < t.number
                     WHERE (t.parent IS NOT NULL AND p.number IS NULL)
                        OR (t.other_parent IS NOT NULL AND o.number IS NULL)
                        OR (t.seed_name IS NOT NULL AND COALESCE(t.origin, '') <> 'SEED')
                        OR CASE WHEN t.origin IS NULL OR t.origin IN ('DRAWN', 'EVEN', 'SEED', 'SURVEYED') THEN 0
                                WHEN t.origin IN ('MUTANT', 'PROMOTED') THEN 1
                                WHEN t.origin = 'CROSSED' THEN 2
                                ELSE -1 END
                           <> CASE WHEN t.parent IS NULL THEN 0 ELSE 1 END
                              + CASE WHEN t.other_parent IS NULL THEN 0 ELSE 1 END
                        OR (t.origin = 'SEED' AND t.seed_name IS NULL)
                        OR (t.origin = 'PROMOTED' AND t.promoted IS NULL)
                     ORDER BY t.study_id, t.number
                    """),
            new Rule(
                    "artifact-unfinished",
                    "artifacts of finished trials alone, of 0 or more bytes, addressed by 64 hexadecimal digits",
                    AGAIN,
                    """
                    SELECT s.name AS study, a.number,
                           a.name || ' of ' || CAST(a.bytes AS VARCHAR) || ' bytes with the address ' || a.sha256
                               || ' of ' || COALESCE('a trial in state ' || t.state, 'no trial') AS found
                      FROM artifact a
                      LEFT JOIN study s ON s.id = a.study_id
                      LEFT JOIN trial t ON t.study_id = a.study_id AND t.number = a.number
                     WHERE t.number IS NULL OR t.state = 'RUNNING' OR a.bytes < 0
                        OR TRANSLATE(a.sha256, '0123456789abcdef', '................') <> REPEAT('.', 64)
                     ORDER BY a.study_id, a.number, a.name
                    """));
}
