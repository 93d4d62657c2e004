package io.falconet.results;

import static io.falconet.results.Samples.FIDELITY;
import static io.falconet.results.Samples.NOW;

import io.falconet.results.check.Finding;
import io.falconet.results.check.Inspection;
import io.falconet.results.check.StoreCheck;
import io.falconet.results.people.Account;
import io.falconet.results.people.AccountStore;
import io.falconet.results.people.ApiToken;
import io.falconet.results.people.AuditEntry;
import io.falconet.results.people.AuditLog;
import io.falconet.results.people.Role;
import io.falconet.results.people.TokenStore;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A store with something of everything, in which nothing is wrong: a finished study with a failed, a promoted and a reused
 * trial, one that is being searched, a device, a calibration, an
 * admin with a token.
 */
record HealthyStore(ResultsDb db) {
    static final int CLASSES = 2;
    private static final Fidelity BRIEF = new Fidelity(2, 0, 16, 8, 1);
    private static final SearchSpace SPACE = SearchSpaces.named("small-objects");

    /** Fills an empty store. */
    static HealthyStore in(ResultsDb db) {
        HealthyStore store = new HealthyStore(db);
        Claim pcb = store.claimed("pcb", 4);
        store.evaluate(pcb, request(0, 0, BRIEF, Optional.empty()));
        store.evaluate(pcb, request(1, 0, FIDELITY, Optional.of(0)));
        store.evaluate(pcb, request(2, 1, FIDELITY, Optional.empty()));
        store.record(
                pcb,
                request(3, 2, FIDELITY, Optional.empty()),
                new Failed("out of memory 🦅", "line 1\nline 2", Samples.provenance("data", FIDELITY)));
        db.studies().release(pcb, StudyState.FINISHED, Optional.empty(), NOW.plusSeconds(9));
        Claim boards = store.claimed("boards", 300);
        db.trials().propose(boards, request(0, 1, FIDELITY, Optional.empty()), NOW);
        db.trials()
                .record(
                        boards,
                        0,
                        evaluated(FIDELITY),
                        Optional.of(new TrialReference("pcb", 2)),
                        store.artifacts(1),
                        NOW);
        db.trials().propose(boards, request(1, 3, FIDELITY, Optional.empty()), NOW);
        db.devices().put(new DeviceRecord("pi", "pi:7373", "a".repeat(64), "Pi 5", "ORT 1.28", NOW, NOW), "secret");
        db.calibrations().put(calibration());
        people(db);
        return store;
    }

    private static void people(ResultsDb db) {
        PeopleLaws.join(db, "ann", Role.ADMIN);
        new TokenStore(db).add(new ApiToken("ann", "nightly", Role.VIEWER, NOW), "secret");
        new AuditLog(db).record(new AuditEntry(NOW, "ann", "::1", "paused", "pcb", "done"));
    }

    private static CalibrationPoint calibration() {
        return new CalibrationPoint(
                id(5),
                architecture(5).text(),
                CLASSES,
                new LatencyReport(new DeviceProfile("pi", "Pi 5", "ORT 1.28", 1), 9, 90, 1000, 995, 1005, 2),
                NOW);
    }

    Claim claimed(String name, int trials) {
        long study = db.studies().create(name, yaml(name, trials), trials, NOW).id();
        return db.studies()
                .claim(study, "a driver", Duration.ofSeconds(30), NOW)
                .orElseThrow();
    }

    static String yaml(String name, int trials) {
        return """
                name: %s
                space: small-objects
                data: {train: train.json, validation: val.json, images: images}
                objectives: [map50-95, latency, parameters]
                strategy: {name: nsga2, population: 4}
                trials: %d
                fidelity: {epochs: 8, images: all, batch: 16}
                seed: 5
                slots: 1
                lag: 3
                """
                .formatted(name, trials);
    }

    /** A trial of the architecture that a seed draws. */
    static TrialRequest request(int number, long seed, Fidelity fidelity, Optional<Integer> promoted) {
        return new TrialRequest(number, architecture(seed), id(seed), fidelity, 7, promoted);
    }

    static Architecture architecture(long seed) {
        return SPACE.draw(new Random(seed));
    }

    static String id(long seed) {
        return SPACE.detector(architecture(seed), CLASSES).id();
    }

    private static Evaluated evaluated(Fidelity fidelity) {
        Evaluated sample = Samples.evaluated("data", Optional.of("local"));
        return new Evaluated(
                sample.complexity(),
                sample.accuracy(),
                sample.latency(),
                sample.curve(),
                Samples.provenance("data", fidelity));
    }

    /** Evaluates a trial, which leaves a configuration that is the count of its classes, and a model. */
    void evaluate(Claim claim, TrialRequest request) {
        db.trials().propose(claim, request, NOW);
        db.trials()
                .record(
                        claim,
                        request.number(),
                        evaluated(request.fidelity()),
                        Optional.empty(),
                        artifacts(request.number()),
                        NOW);
    }

    private void record(Claim claim, TrialRequest request, Failed outcome) {
        db.trials().propose(claim, request, NOW);
        db.trials().record(claim, request.number(), outcome, Optional.empty(), List.of(), NOW);
    }

    private List<StoredArtifact> artifacts(int number) {
        byte[] model = new byte[1000 + number];
        new Random(number).nextBytes(model);
        return List.of(
                db.artifacts()
                        .put(
                                "configuration.json",
                                "configuration",
                                Integer.toString(CLASSES).getBytes(StandardCharsets.US_ASCII)),
                db.artifacts().put("model.onnx", "onnx", model));
    }

    Inspection inspect(Instant now) {
        return inspect(db, now);
    }

    static Inspection inspect(ResultsDb db, Instant now) {
        return new StoreCheck(db, content -> Integer.parseInt(new String(content, StandardCharsets.US_ASCII))).run(now);
    }

    /** What is wrong, each as its kind and where: {@code curve pcb:0}. */
    List<String> wrong() {
        return inspect(Instant.now()).findings().stream()
                .map(HealthyStore::where)
                .toList();
    }

    private static String where(Finding finding) {
        return finding.kind()
                + finding.study().map(study -> " " + study).orElse("")
                + finding.trial().map(trial -> ":" + trial).orElse("");
    }

    /** All that the stores tell of it, to be compared. */
    List<Object> told() {
        return told(db);
    }

    static List<Object> told(ResultsDb db) {
        List<Object> told = new ArrayList<>();
        for (StudyRecord study : db.studies().list()) {
            told.add(List.of(study.id(), study.name(), study.specYaml(), study.trials(), study.created()));
            for (TrialRecord trial : db.trials().list(study.id())) {
                told.add(trial);
                told.add(db.trials().outcome(study.id(), trial.number()));
                told.add(db.trials().artifacts(study.id(), trial.number()));
            }
        }
        for (DeviceRecord device : db.devices().list()) {
            told.add(device);
            told.add(db.devices().token(device.name()));
        }
        db.calibrations().devices().forEach(device -> told.add(db.calibrations().list(device)));
        for (Account account : new AccountStore(db).list()) {
            told.add(account);
            told.add(new AccountStore(db).password(account.name()));
            told.add(new TokenStore(db).list(account.name()));
            told.add(new TokenStore(db).find("secret"));
        }
        told.addAll(new AuditLog(db).page(0, 100));
        return told;
    }
}
