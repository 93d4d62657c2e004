package io.falconet.results;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Who drives which study, within the caller's transaction. Every claim raises the study's token by compare and set; every
 * write names the token, so that a driver that was taken for dead and wakes is refused.
 */
final class Claims {
    private final Handle handle;

    Claims(Handle handle) {
        this.handle = handle;
    }

    /** Takes a study that nobody holds, or whose holder is dead. */
    Optional<Claim> take(long studyId, String owner, Duration lifetime, Instant now) {
        int taken = handle.createUpdate(
                        """
                        UPDATE study
                           SET owner = :owner, token = token + 1, heartbeat_nanos = :now, state = 'RUNNING',
                               started_nanos = COALESCE(started_nanos, :now), ended_nanos = NULL, message = NULL,
                               version = version + 1
                         WHERE id = :study AND (owner IS NULL OR heartbeat_nanos < :dead OR owner = :gone)
                        """)
                .bind("study", studyId)
                .bind("owner", owner)
                .bind("now", Nanos.of(now))
                .bind("dead", Nanos.of(now.minus(lifetime)))
                .bind("gone", gone(studyId).orElse(""))
                .execute();
        return taken == 0 ? Optional.empty() : Optional.of(new Claim(studyId, owner, token(studyId)));
    }

    /** Takes the oldest study that is queued, or that runs with its driver dead. */
    Optional<Claim> takeNext(String owner, Duration lifetime, Instant now) {
        List<Long> waiting = handle.createQuery("SELECT id FROM study WHERE state IN ('QUEUED', 'RUNNING') ORDER BY id")
                .mapTo(Long.class)
                .list();
        return waiting.stream()
                .flatMap(study -> take(study, owner, lifetime, now).stream())
                .findFirst();
    }

    /** Notes a sign of life. */
    StudyState beat(Claim claim, Instant now) {
        int beaten = handle.createUpdate(
                        """
                        UPDATE study SET heartbeat_nanos = :now
                         WHERE id = :study AND token = :token AND owner IS NOT NULL
                        """)
                .bind("study", claim.studyId())
                .bind("token", claim.token())
                .bind("now", Nanos.of(now))
                .execute();
        refuse(claim, beaten);
        return handle.createQuery("SELECT state FROM study WHERE id = :study")
                .bind("study", claim.studyId())
                .mapTo(StudyState.class)
                .one();
    }

    /** Checks the claim, counts a change, and locks the study until the transaction ends: nobody takes over meanwhile. */
    void change(Claim claim) {
        int changed = handle.createUpdate(
                        """
                        UPDATE study SET version = version + 1
                         WHERE id = :study AND token = :token AND owner IS NOT NULL
                        """)
                .bind("study", claim.studyId())
                .bind("token", claim.token())
                .execute();
        refuse(claim, changed);
    }

    /** Gives a study back. */
    void release(Claim claim, StudyState state, Optional<String> message, Instant now) {
        int released = handle.createUpdate(
                        """
                        UPDATE study
                           SET state = :state, message = :message, ended_nanos = :ended,
                               owner = NULL, heartbeat_nanos = NULL, version = version + 1
                         WHERE id = :study AND token = :token
                        """)
                .bind("study", claim.studyId())
                .bind("token", claim.token())
                .bind("state", state)
                .bind("message", message)
                .bind("ended", state.ended() ? Nanos.of(now) : null)
                .execute();
        refuse(claim, released);
    }

    private void refuse(Claim claim, int rows) {
        if (rows == 0) {
            throw new StaleClaimException(claim);
        }
    }

    /** The owner of a study, if it was a process of this machine that has ended. */
    private Optional<String> gone(long studyId) {
        return handle.createQuery("SELECT owner FROM study WHERE id = :study AND owner IS NOT NULL")
                .bind("study", studyId)
                .mapTo(String.class)
                .findOne()
                .filter(owner -> Owner.parse(owner).map(Owner::gone).orElse(false));
    }

    private long token(long studyId) {
        return handle.createQuery("SELECT token FROM study WHERE id = :study")
                .bind("study", studyId)
                .mapTo(Long.class)
                .one();
    }
}
