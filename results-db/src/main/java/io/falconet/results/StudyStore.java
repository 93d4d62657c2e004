package io.falconet.results;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.HandleCallback;

/** The studies of a results store, and who drives them. Safe for use by many threads and processes at once. */
public final class StudyStore {
    /** What both databases say of a second row with a unique name. */
    private static final String NOT_UNIQUE = "23505";

    private final Transactions transactions;

    StudyStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Stores a study, {@link StudyState#QUEUED queued}.
     *
     * @param specYaml the study file's canonical text
     * @param trials how many it plans
     * @throws ResultsException if there is one of that name
     */
    public StudyRecord create(String name, String specYaml, int trials, Instant now) {
        return unique(name, handle -> {
            handle.createUpdate(
                            """
                            INSERT INTO study (name, spec, trials, state, created_nanos, token, version)
                            VALUES (:name, :spec, :trials, 'QUEUED', :now, 0, 1)
                            """)
                    .bind("name", name)
                    .bind("spec", specYaml)
                    .bind("trials", trials)
                    .bind("now", Nanos.of(now))
                    .execute();
            return new StudyReading(handle).find(name).orElseThrow();
        });
    }

    /**
     * Stores a study that another program searched, {@link StudyState#FINISHED finished}, with all of its trials and its
     * front: all or nothing. No driver can claim it, and its outcomes answer no search. A hundred thousand trials take
     * about half a minute of a core.
     *
     * @throws ResultsException if there is one of that name
     */
    public StudyRecord add(ImportedStudy study, Instant now) {
        return unique(study.name(), handle -> new ImportWriter(handle).write(study, now));
    }

    private StudyRecord unique(String name, HandleCallback<StudyRecord, RuntimeException> work) {
        try {
            return transactions.in(work);
        } catch (ResultsException e) {
            if (e.sqlState().filter(NOT_UNIQUE::equals).isPresent()) {
                throw new ResultsException(
                        "Study names are unique, found a study \"%s\" already.%nMaybe resume it, or choose another name."
                                .formatted(name),
                        e);
            }
            throw e;
        }
    }

    /** The study of that name. */
    public Optional<StudyRecord> find(String name) {
        return transactions.in(handle -> new StudyReading(handle).find(name));
    }

    /** The study of that id. */
    public Optional<StudyRecord> find(long id) {
        return transactions.in(handle -> new StudyReading(handle).find(id));
    }

    /** Who holds the study's claim, in the claimant's own words; nothing where no driver does. */
    public Optional<String> owner(long id) {
        return transactions.in(
                handle -> handle.createQuery("SELECT owner FROM study WHERE id = :id AND owner IS NOT NULL")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne());
    }

    /** All studies, the newest first. */
    public List<StudyRecord> list() {
        return transactions.in(handle -> new StudyReading(handle).list());
    }

    /** All studies with what their trials have come to, the newest first. */
    public List<StudySummary> summaries() {
        return transactions.in(handle -> new StudyReading(handle).summaries());
    }

    /** All studies with what is kept of their fronts, the newest first: as quick for a million trials as for ten. */
    public List<StudyOverview> overviews() {
        return transactions.in(handle -> new StudyReading(handle).overviews());
    }

    /** A number that grows whenever any study changes, or one of its trials. Cheap: reads the studies' rows alone. */
    public long version() {
        return transactions.in(handle -> handle.createQuery("SELECT COALESCE(SUM(version), 0) FROM study")
                .mapTo(Long.class)
                .one());
    }

    /**
     * Puts a study into a state, whoever drives it: its driver learns of it by its next {@link #heartbeat}.
     *
     * @param from only if it is in one of these
     * @return whether it was
     */
    public boolean ask(long id, StudyState state, Set<StudyState> from, Instant now) {
        return transactions.in(handle -> handle.createUpdate(
                                """
                                UPDATE study SET state = :state, ended_nanos = :ended, version = version + 1
                                 WHERE id = :id AND state IN (<from>)
                                """)
                        .bind("id", id)
                        .bind("state", state)
                        .bind("ended", state.ended() ? Nanos.of(now) : null)
                        .bindList("from", List.copyOf(from))
                        .execute())
                == 1;
    }

    /**
     * Replaces a study's file, by the driver that holds it: to search on with more trials.
     *
     * @throws StaleClaimException if another driver has taken over
     */
    public void revise(Claim claim, String specYaml, int trials) {
        transactions.use(handle -> {
            new Claims(handle).change(claim);
            handle.createUpdate("UPDATE study SET spec = :spec, trials = :trials WHERE id = :id")
                    .bind("id", claim.studyId())
                    .bind("spec", specYaml)
                    .bind("trials", trials)
                    .execute();
        });
    }

    /**
     * Takes the right to drive a study, and with it puts the study into {@link StudyState#RUNNING}. Of several that try
     * at once, one gets it.
     *
     * @param owner who wants it: {@link Owner#thisProcess()}'s text, or any other name
     * @param lifetime a driver that has not beaten for longer, by the database's clock, is taken for dead, unless it is an
     *     {@link Owner} process of this machine that runs; so is, at once, one of this machine that has ended
     * @param now when the study was started, if it was not before
     * @return the claim, or nothing where another driver is alive
     */
    public Optional<Claim> claim(long id, String owner, Duration lifetime, Instant now) {
        return transactions.in(handle -> new Claims(handle).take(id, owner, lifetime, now));
    }

    /**
     * The studies that wait for a driver, the oldest first: those queued, and those that run with their driver dead, as
     * {@link #claim} sees it.
     */
    public List<StudyRecord> waiting(Duration lifetime) {
        return transactions.in(handle -> new Claims(handle)
                .waiting(lifetime).stream()
                        .flatMap(id -> new StudyReading(handle).find(id).stream())
                        .toList());
    }

    /**
     * Shows that the driver lives, now by the database's clock.
     *
     * @param waits for what it waits, for people, which is the study's message until the next heartbeat; nothing where it
     *     does not
     * @return the study's state; one other than {@link StudyState#RUNNING} asks the driver to stop
     * @throws StaleClaimException if another driver has taken over
     */
    public StudyState heartbeat(Claim claim, Optional<String> waits) {
        return transactions.in(handle -> new Claims(handle).beat(claim, waits));
    }

    /**
     * Gives a claim back and leaves the study in a state; or in the one that somebody asked for meanwhile, unless it is
     * finished.
     *
     * @param message why, for people
     * @throws StaleClaimException if another driver has taken over
     */
    public void release(Claim claim, StudyState state, Optional<String> message, Instant now) {
        transactions.use(handle -> new Claims(handle).release(claim, state, message, now));
    }
}
