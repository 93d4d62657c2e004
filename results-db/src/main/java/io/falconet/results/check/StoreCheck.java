package io.falconet.results.check;

import io.falconet.results.ArtifactPlace;
import io.falconet.results.ArtifactStore;
import io.falconet.results.ResultsDb;
import io.falconet.results.ResultsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Finds what does not fit together in a store: rows that contradict each other, values that cannot be, architectures that
 * build another network than is stored, artifacts that are lost or damaged. Changes nothing.
 *
 * <p>It looks at one moment of the database, and at files that have been left alone for an hour, so that a search that runs
 * meanwhile is neither kept waiting nor taken for a fault. Each network is built and each artifact read once.
 */
public final class StoreCheck {
    private static final List<Rule> RULES = Stream.of(StudyRules.ALL, TrialRules.ALL, OutcomeRules.ALL, PeopleRules.ALL)
            .flatMap(List::stream)
            .toList();

    private final ResultsDb db;
    private final ToIntFunction<byte[]> classes;

    /**
     * @param classes reads from the content of a trial's configuration how many kinds of object its network tells apart;
     *     may throw any runtime exception where it cannot
     */
    public StoreCheck(ResultsDb db, ToIntFunction<byte[]> classes) {
        this.db = db;
        this.classes = classes;
    }

    /**
     * Looks at all of the store.
     *
     * @throws ResultsException if it cannot be read
     */
    public Inspection run(Instant now) {
        // found before: a transaction within another waits for a thread
        ArtifactPlace place = db.artifacts().place();
        try {
            place.list(""); // out of reach, each file would be waited for
            return db.transactions().snapshot(handle -> run(handle, place, now));
        } catch (IOException e) {
            throw failure(place, e);
        } catch (UncheckedIOException e) {
            throw failure(place, e.getCause());
        }
    }

    private static ResultsException failure(ArtifactPlace place, IOException cause) {
        return new ResultsException(
                "The artifacts in %s cannot be looked at: %s"
                        .formatted(place.address(), place.trouble(cause).words("Maybe they belong to another user.")),
                cause);
    }

    private Inspection run(Handle handle, ArtifactPlace place, Instant now) {
        Findings findings = new Findings();
        RULES.forEach(rule -> rule.check(handle, findings));
        Networks networks = new Networks();
        new StudyCheck(handle, new ArtifactStore(place), classes, networks, findings).run();
        calibrations(handle, networks, findings);
        ArtifactCheck artifacts = new ArtifactCheck(handle, place, findings, now);
        artifacts.run();
        return new Inspection(
                count(handle, "study"),
                count(handle, "trial"),
                artifacts.named(),
                findings.count(),
                findings.list(),
                artifacts.unnamed());
    }

    private static void calibrations(Handle handle, Networks networks, Findings findings) {
        handle.createQuery("SELECT device_name, network, architecture, classes FROM calibration ORDER BY network")
                .map((row, context) -> calibration(
                        networks,
                        row.getString("device_name"),
                        row.getString("architecture"),
                        row.getInt("classes"),
                        row.getString("network")))
                .forEach(found -> found.ifPresent(findings::add));
    }

    private static Optional<Finding> calibration(
            Networks networks, String device, String architecture, int classes, String network) {
        return networks.problem(architecture, classes, network)
                .map(problem -> problem.finding(
                        "calibration-network",
                        "calibration on device " + device,
                        "Maybe another version of Falconet measured it: calibrate again."));
    }

    private static long count(Handle handle, String table) {
        return handle.createQuery("SELECT COUNT(*) FROM " + table)
                .mapTo(Long.class)
                .one();
    }
}
