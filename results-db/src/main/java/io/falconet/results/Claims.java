package io.falconet.results;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Who drives which study, within the caller's transaction. Every claim raises the study's token by compare and set; every
 * write names the token, so that a driver that was taken for dead and wakes is refused.
 */
final class Claims {
    /**
     * The database's own clock, which all machines that share it have in common. Whoever sets a clock to another time
     * makes a sign of life look too old, or too young, until the driver's next one.
     */
    private static final String NOW = "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000000000 AS BIGINT)";

    /** Of a driver that has not been heard of; one from the future neither, lest its study waits until then. */
    private static final String SILENT =
            "heartbeat_nanos NOT BETWEEN " + NOW + " - :lifetime AND " + NOW + " + :lifetime";

    private final Handle handle;

    Claims(Handle handle) {
        this.handle = handle;
    }

    /** Takes a study that nobody holds, or whose holder is dead: silent for too long, and no process that is seen to run. */
    Optional<Claim> take(long studyId, String owner, Duration lifetime, Instant now) {
        int taken = handle.createUpdate(
                        """
                        UPDATE study
                           SET owner = :owner, token = token + 1, heartbeat_nanos = %s, state = 'RUNNING',
                               started_nanos = COALESCE(started_nanos, :now), ended_nanos = NULL, message = NULL,
                               version = version + 1
                         WHERE id = :study AND state <> 'CANCELLED' AND imported IS NULL
                           AND (owner IS NULL OR owner = :gone OR (owner <> :neighbour AND %s))
                        """
                                .formatted(NOW, SILENT))
                .bind("study", studyId)
                .bind("owner", owner)
                .bind("now", Nanos.of(now))
                .bind("lifetime", lifetime.toNanos())
                .bind("gone", owner(studyId, Owner::gone))
                .bind("neighbour", owner(studyId, Owner::neighbour))
                .execute();
        return taken == 0 ? Optional.empty() : Optional.of(new Claim(studyId, owner, token(studyId)));
    }

    /** The studies that are queued, or that run with their driver dead, the oldest first. */
    List<Long> waiting(Duration lifetime) {
        return handle.createQuery(
                        """
                        SELECT id, owner, %s AS silent FROM study
                         WHERE state IN ('QUEUED', 'RUNNING') ORDER BY id
                        """
                                .formatted(SILENT))
                .bind("lifetime", lifetime.toNanos())
                .map((row, context) -> {
                    Optional<String> owner = Optional.ofNullable(row.getString("owner"));
                    boolean silent = row.getBoolean("silent");
                    boolean free = owner.isEmpty()
                            || owner.flatMap(Owner::parse)
                                    .map(process -> process.gone() || silent && !process.neighbour())
                                    .orElse(silent);
                    return free ? row.getLong("id") : 0;
                })
                .filter(id -> id > 0)
                .list();
    }

    /** Notes a sign of life, and why the study waits where it does. */
    StudyState beat(Claim claim, Optional<String> waits) {
        int beaten = handle.createUpdate(
                        """
                        UPDATE study
                           SET heartbeat_nanos = %s, message = CAST(:waits AS VARCHAR),
                               version = version
                                   + CASE WHEN message IS DISTINCT FROM CAST(:waits AS VARCHAR) THEN 1 ELSE 0 END
                         WHERE id = :study AND token = :token AND owner IS NOT NULL
                        """
                                .formatted(NOW))
                .bind("waits", waits)
                .bind("study", claim.studyId())
                .bind("token", claim.token())
                .execute();
        refuse(claim, beaten);
        return handle.createQuery("SELECT state FROM study WHERE id = :study")
                .bind("study", claim.studyId())
                .mapTo(StudyState.class)
                .one();
    }

    /** Checks the claim, counts a change, and locks the study until the transaction ends: nobody takes over meanwhile. */
    void change(Claim claim) {
        change(claim, 1, 0);
    }

    /**
     * The same for many changes at once.
     *
     * @param finished how many trials get their outcome by them
     */
    void change(Claim claim, int changes, int finished) {
        int changed = handle.createUpdate(
                        """
                        UPDATE study SET version = version + :changes, finished = finished + :finished
                         WHERE id = :study AND token = :token AND owner IS NOT NULL
                        """)
                .bind("changes", changes)
                .bind("finished", finished)
                .bind("study", claim.studyId())
                .bind("token", claim.token())
                .execute();
        refuse(claim, changed);
    }

    /** Gives a study back. What a person asked for meanwhile is its state, unless it is finished. */
    void release(Claim claim, StudyState state, Optional<String> message, Instant now) {
        int released = handle.createUpdate(
                        """
                        UPDATE study
                           SET state = CASE WHEN :decided OR state = 'RUNNING' THEN :state ELSE state END,
                               message = :message,
                               ended_nanos = CASE WHEN state = 'QUEUED' OR state = 'RUNNING' AND :queued THEN NULL
                                                  ELSE CAST(:now AS BIGINT) END,
                               owner = NULL, heartbeat_nanos = NULL, version = version + 1
                         WHERE id = :study AND token = :token
                        """)
                .bind("study", claim.studyId())
                .bind("token", claim.token())
                .bind("state", state)
                .bind("decided", state == StudyState.FINISHED)
                .bind("queued", state == StudyState.QUEUED)
                .bind("message", message)
                .bind("now", Nanos.of(now))
                .execute();
        refuse(claim, released);
    }

    private void refuse(Claim claim, int rows) {
        if (rows == 0) {
            throw new StaleClaimException(claim);
        }
    }

    /** The owner of a study, if it is a process of that kind; an empty text if not. */
    private String owner(long studyId, Predicate<Owner> kind) {
        return handle.createQuery("SELECT owner FROM study WHERE id = :study AND owner IS NOT NULL")
                .bind("study", studyId)
                .mapTo(String.class)
                .findOne()
                .filter(owner -> Owner.parse(owner).filter(kind).isPresent())
                .orElse("");
    }

    private long token(long studyId) {
        return handle.createQuery("SELECT token FROM study WHERE id = :study")
                .bind("study", studyId)
                .mapTo(Long.class)
                .one();
    }
}
