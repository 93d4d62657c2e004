package io.falconet.results.check;

import io.falconet.results.StudyState;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold for studies, and for the trials of one together. */
final class StudyRules {
    private StudyRules() {}

    static final List<Rule> ALL = List.of(
            new Rule(
                    "study-state",
                    "a state that studies have: " + names(state -> true),
                    Rule.BY_HAND + ", or set it to STOPPED and resume the study.",
                    """
                    SELECT name AS study, CAST(NULL AS INTEGER) AS number, 'the state ' || state AS found
                      FROM study
                     WHERE state NOT IN (%s)
                     ORDER BY id
                    """
                            .formatted(names(state -> true))),
            new Rule(
                    "study-end",
                    "a time of its end for a study that ended, and for no other",
                    "Maybe resume the study: that sets both.",
                    """
                    SELECT name AS study, CAST(NULL AS INTEGER) AS number,
                           'the state ' || state || CASE WHEN ended_nanos IS NULL THEN ' without' ELSE ' with' END
                               || ' such a time' AS found
                      FROM study
                     WHERE (state IN (%s) AND ended_nanos IS NULL)
                        OR (state IN (%s) AND ended_nanos IS NOT NULL)
                     ORDER BY id
                    """
                            .formatted(names(StudyState::ended), names(state -> !state.ended()))),
            new Rule(
                    "study-claim",
                    "an owner and a sign of life for a study that is being searched, and one never without the other",
                    "Maybe resume the study: that claims it anew.",
                    """
                    SELECT name AS study, CAST(NULL AS INTEGER) AS number,
                           'the state ' || state || ', owner ' || COALESCE(owner, 'nobody') || ', '
                               || CASE WHEN heartbeat_nanos IS NULL THEN 'no' ELSE 'a' END || ' sign of life' AS found
                      FROM study
                     WHERE (state = 'RUNNING' AND owner IS NULL)
                        OR (owner IS NULL AND heartbeat_nanos IS NOT NULL)
                        OR (owner IS NOT NULL AND heartbeat_nanos IS NULL)
                     ORDER BY id
                    """),
            new Rule(
                    "study-counts",
                    "at least 1 planned trial, a token of 0 or more and a version of 1 or more",
                    Rule.BY_HAND + ".",
                    """
                    SELECT name AS study, CAST(NULL AS INTEGER) AS number,
                           CAST(trials AS VARCHAR) || ' planned, token ' || CAST(token AS VARCHAR)
                               || ', version ' || CAST(version AS VARCHAR) AS found
                      FROM study
                     WHERE trials < 1 OR token < 0 OR version < 1
                     ORDER BY id
                    """),
            new Rule(
                    "study-finished",
                    "as many finished trials as the study has counted",
                    Rule.BY_HAND + ".",
                    """
                    SELECT s.name AS study, CAST(NULL AS INTEGER) AS number,
                           CAST(COALESCE(t.finished, 0) AS VARCHAR) || ' where it has counted '
                               || CAST(s.finished AS VARCHAR) AS found
                      FROM study s
                      LEFT JOIN (SELECT study_id, COUNT(*) AS finished FROM trial WHERE state <> 'RUNNING'
                                  GROUP BY study_id) t ON t.study_id = s.id
                     WHERE s.finished <> COALESCE(t.finished, 0)
                     ORDER BY s.id
                    """),
            new Rule(
                    "trial-in-flight",
                    "no trial in flight in a study that is finished",
                    "Maybe resume the study: it evaluates what has no outcome.",
                    """
                    SELECT s.name AS study, t.number, 'one proposed and never recorded' AS found
                      FROM trial t
                      JOIN study s ON s.id = t.study_id
                     WHERE s.state = 'FINISHED' AND t.state = 'RUNNING'
                     ORDER BY t.study_id, t.number
                    """),
            new Rule(
                    "trial-numbers",
                    "trials numbered from 0 without a gap",
                    "Maybe rows were deleted: restore a backup. The study cannot be resumed as it was.",
                    """
                    SELECT s.name AS study, n.number,
                           'trial ' || CAST(n.number AS VARCHAR)
                               || CASE WHEN n.previous < 0 THEN ' as the first'
                                       ELSE ' right after ' || CAST(n.previous AS VARCHAR) END AS found
                      FROM (SELECT study_id, number,
                                   LAG(number, 1, -1) OVER (PARTITION BY study_id ORDER BY number) AS previous
                              FROM trial) n
                      JOIN study s ON s.id = n.study_id
                     WHERE n.number <> n.previous + 1
                     ORDER BY n.study_id, n.number
                    """),
            new Rule(
                    "trial-beyond-plan",
                    "trials beyond those that the study plans only where its front is trained in full",
                    "Maybe the study's row was changed by hand: its trials are those that its file asks for.",
                    """
                    SELECT s.name AS study, t.number,
                           'trial ' || CAST(t.number AS VARCHAR) || ' of ' || CAST(s.trials AS VARCHAR)
                               || ' planned, which goes on from none' AS found
                      FROM trial t
                      JOIN study s ON s.id = t.study_id
                     WHERE t.number >= s.trials AND t.promoted IS NULL
                     ORDER BY t.study_id, t.number
                    """));

    /** As a list in SQL, which people read too. */
    private static String names(Predicate<StudyState> which) {
        return Stream.of(StudyState.values())
                .filter(which)
                .map(state -> "'" + state + "'")
                .collect(Collectors.joining(", "));
    }
}
