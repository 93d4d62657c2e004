package io.falconet.cluster.driver;

import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import io.falconet.space.study.StudyWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Finds studies in the store by name, and enters new ones. */
public final class StudyRegister {
    private final ResultsDb db;
    private final Clock clock;

    public StudyRegister(ResultsDb db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * The study's record, entered if there is none. Slots may differ from the stored ones, and trials may be more: neither
     * changes what was found so far. Only where a final front is being trained, trials stay as many as they were: those
     * beyond them have their numbers already.
     *
     * @throws RequestException if another study is stored under that name
     */
    public StudyRecord enter(StudySpec spec) {
        String yaml = new StudyWriter().write(spec);
        db.studies().find(spec.name()).ifPresent(StudyRegister::requireSearched);
        StudyRecord study = db.studies().find(spec.name()).orElseGet(() -> db.studies()
                .create(spec.name(), yaml, spec.trials(), clock.instant()));
        List<String> differences = differences(study.specYaml(), yaml);
        if (!differences.isEmpty() || spec.trials() < study.trials()) {
            throw new RequestException(
                    "Study %s was started with other settings:%n  %s%nWhat is stored under a name stays comparable."
                            .formatted(
                                    spec.name(),
                                    differences.isEmpty()
                                            ? "stored: %d trials, given: %d".formatted(study.trials(), spec.trials())
                                            : String.join(System.lineSeparator() + "  ", differences)),
                    "give the changed study another name (what was trained already is reused), or go on with the stored one: falconet resume "
                            + spec.name());
        }
        if (spec.trials() > study.trials()
                && db.trials().find(study.id(), study.trials()).isPresent()) {
            throw new RequestException(
                    "Study %s was asked for %d trials at first, for %d now; after the first %d it has begun to train its front in full."
                            .formatted(spec.name(), study.trials(), spec.trials(), study.trials()),
                    "give the longer study another name: what was trained already is reused.");
        }
        return study;
    }

    /**
     * The study of that name.
     *
     * @throws RequestException if there is none
     */
    public StudyRecord named(String name) {
        return db.studies().find(name).orElseThrow(() -> {
            List<String> names =
                    db.studies().list().stream().map(StudyRecord::name).toList();
            return new RequestException(
                    "A study of the store was expected, found \"" + name + "\".",
                    names.isEmpty()
                            ? "the store is another one: see --data-dir and --db. This one is empty."
                            : "one of these: " + String.join(", ", names) + "; or --data-dir names another store.");
        });
    }

    /**
     * The study of that name, if Falconet searched it.
     *
     * @throws RequestException if there is none, or it was imported: there is nothing to go on with, or to train again
     */
    public StudyRecord searched(String name) {
        return requireSearched(named(name));
    }

    private static StudyRecord requireSearched(StudyRecord study) {
        study.imported().ifPresent(source -> {
            throw new RequestException(
                    "A study that Falconet searched was expected, found %s, which was imported from %s."
                            .formatted(study.name(), source),
                    "search for networks of your own under another name: falconet search STUDY.yaml. What was imported stands in falconet pareto %s to compare with."
                            .formatted(study.name()));
        });
        return study;
    }

    /** What a stored study asks for. */
    public StudySpec spec(StudyRecord study) {
        try {
            return new StudyReader().readStored(study.specYaml());
        } catch (StudyException e) {
            throw new RequestException(e.getMessage(), e);
        }
    }

    private static List<String> differences(String stored, String given) {
        List<String> before = stored.lines().filter(StudyRegister::matters).toList();
        List<String> after = given.lines().filter(StudyRegister::matters).toList();
        List<String> differences = new ArrayList<>();
        before.stream().filter(line -> !after.contains(line)).forEach(line -> differences.add("stored: " + line));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> differences.add("given:  " + line));
        return differences;
    }

    private static boolean matters(String line) {
        return !line.startsWith("slots:") && !line.startsWith("trials:");
    }
}
