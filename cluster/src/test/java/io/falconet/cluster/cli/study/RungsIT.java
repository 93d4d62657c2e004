package io.falconet.cluster.cli.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.cli.Typed;
import io.falconet.cluster.driver.Ancestry;
import io.falconet.cluster.driver.Front;
import io.falconet.cluster.driver.SearchEnd;
import io.falconet.cluster.driver.StudyDriver;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.cluster.spark.ClusterRequest;
import io.falconet.cluster.spark.SparkCluster;
import io.falconet.cluster.spark.StudyExecutors;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.TrialData;
import io.falconet.latency.measure.InferenceRuntime;
import io.falconet.latency.measure.LatencyMeter;
import io.falconet.results.ArtifactStore;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.search.SearchListener;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches that train many candidates a little and few in full, with everything real. */
class RungsIT {
    private static final int TRIALS = 6;
    private static final String ONE_TRAINING =
            """
            fidelity: {epochs: 3, images: all, batch: 4}
            rungs: [1, 2]
            promote: 2
            """;
    private static final String SMALLER_FIRST =
            """
            fidelity: {epochs: 2, images: all, batch: 4}
            rungs: [{epochs: 1, pixels: 0.5}, 1]
            promote: 2
            """;

    private static TinyStudy studies;

    @BeforeAll
    static void searchUndisturbed(@TempDir Path folder) throws IOException {
        studies = TinyStudy.in(folder);
        for (Map.Entry<String, String> study :
                Map.of("ladder", ONE_TRAINING, "larger", SMALLER_FIRST).entrySet()) {
            Typed typed = Typed.run(
                    "search",
                    studies.file(study.getKey(), TRIALS, 2, study.getValue()).toString(),
                    studies.store("undisturbed"));
            assertThat(typed.code()).as(typed.err()).isZero();
        }
    }

    /** Slots change neither who is promoted nor the accuracies; nor does a stop, nor do lost checkpoints. */
    @Test
    void aStoppedSearchGoesOnInOneSlotWithoutItsCheckpoints() throws Exception {
        StudySpec spec = StudyFiles.read(studies.file("ladder", TRIALS, 1, ONE_TRAINING));
        try (ResultsDb db = ResultsDb.openFolder(studies.folder().resolve("stopped"))) {
            assertThat(search(db, spec, 5).finished()).isFalse();
            long study = db.studies().find("ladder").orElseThrow().id();
            for (TrialRecord trial : db.trials().list(study)) {
                for (StoredArtifact artifact : db.trials().artifacts(study, trial.number())) {
                    if (artifact.name().equals(ProducedArtifact.CHECKPOINT)) {
                        Files.delete(Path.of(db.artifacts().place().address(ArtifactStore.path(artifact.sha256()))));
                    }
                }
            }
            SearchEnd end = search(db, spec, Integer.MAX_VALUE);
            assertThat(end.finished()).isTrue();
            assertThat(end.stored()).isGreaterThanOrEqualTo(5);
        }

        assertThat(sequence("stopped", "ladder")).isEqualTo(sequence("undisturbed", "ladder"));
    }

    @Test
    void whatWasPromotedIsWhatTrainingItInFullGives() throws IOException {
        List<TrialRecord> trials = studies.trials("undisturbed", "ladder");
        TrialRecord top = trials.stream()
                .filter(trial -> trial.promoted().isPresent())
                .filter(trial -> trial.fidelity().equals(new Fidelity(3, 0, 4)))
                .findFirst()
                .orElseThrow();
        Path alone = studies.file(
                "alone",
                1,
                1,
                "seeds: [\"%s\"]\nfidelity: {epochs: 3, images: all, batch: 4}".formatted(top.architecture()));

        assertThat(Typed.run("search", alone.toString(), studies.store("another"))
                        .code())
                .isZero();

        TrialRecord whole = studies.trials("another", "alone").get(0);
        assertThat(whole.networkId()).isEqualTo(top.networkId());
        assertThat(accuracy(whole)).isEqualTo(accuracy(top));
        for (String file : List.of(ProducedArtifact.WEIGHTS, ProducedArtifact.ONNX)) {
            assertThat(digest("another", whole, file)).isEqualTo(digest("undisturbed", top, file));
        }
        String log = log("undisturbed", top);
        assertThat(log).contains("goes on after epoch").contains("epoch 3: loss");
    }

    @Test
    void anotherStudyOfTheSameStoreTrainsNothingAgain() throws IOException {
        Typed typed = Typed.run(
                "search", studies.file("other", TRIALS, 2, SMALLER_FIRST).toString(), studies.store("undisturbed"));

        assertThat(typed.err()).contains(": 0 trials trained, ");
        assertThat(sequence("undisturbed", "other")).isEqualTo(sequence("undisturbed", "larger"));
    }

    @Test
    void theFrontWasTrainedInFull() {
        Typed typed = Typed.run("pareto", "ladder", "--format=csv", studies.store("undisturbed"));

        List<TrialRecord> trials = studies.trials("undisturbed", "ladder");
        assertThat(trials).extracting(TrialRecord::fidelity).contains(new Fidelity(1, 0, 4, 3, 1));
        List<Integer> front = typed.out().lines().skip(1).map(RungsIT::number).toList();
        assertThat(front)
                .isNotEmpty()
                .allSatisfy(number -> assertThat(trials.get(number).fidelity()).isEqualTo(new Fidelity(3, 0, 4)));
    }

    private static int number(String line) {
        return Integer.parseInt(line.substring(0, line.indexOf(',')));
    }

    @Test
    void aTrialThatStartedFromALowerOneReproduces() {
        List<TrialRecord> trials = studies.trials("undisturbed", "larger");
        TrialRecord top = trials.stream()
                .filter(trial -> trial.fidelity().equals(new Fidelity(2, 0, 4)))
                .findFirst()
                .orElseThrow();
        assertThat(provenance(top).versions()).containsKey(Provenance.START);

        Typed typed = Typed.run("reproduce", "larger:" + top.number(), studies.store("undisturbed"));

        assertThat(typed.out()).containsAnyOf("reproduced", "latency differs").doesNotContain("accuracy differs");
    }

    /** Searches in one slot of this JVM, and stops when so many trials are done. */
    private static SearchEnd search(ResultsDb db, StudySpec spec, int most) {
        StudyRecord study = new StudyRegister(db, Clock.systemUTC()).enter(spec);
        StudyDriver driver = new StudyDriver(db, Clock.systemUTC());
        Ancestry ancestry = new Ancestry(db);
        SearchListener stopping = new SearchListener() {
            private int finished;

            @Override
            public void finished(TrialRequest request, Outcome outcome) {
                if (++finished == most) {
                    driver.stop();
                }
            }
        };
        try (StudyExecutors executors =
                SparkCluster.start(ClusterRequest.local(1)).executorsAlone(spec.name(), 1, spec.fidelities())) {
            return driver.search(
                    study,
                    spec,
                    TrialData.read(spec.data()),
                    LatencyMeter.device(InferenceRuntime.ONNX_RUNTIME, 1),
                    request -> executors.evaluate(
                            "trial " + request.number(),
                            () -> StudyTasks.task(request, study.id(), spec, Optional.empty(), ancestry)),
                    stopping);
        }
    }

    /** What was trained, for how long, after which, and to which accuracy. */
    private static List<List<Object>> sequence(String store, String study) {
        return studies.trials(store, study).stream()
                .map(trial ->
                        List.<Object>of(trial.architecture(), trial.fidelity(), trial.promoted(), accuracy(trial)))
                .toList();
    }

    private static Accuracy accuracy(TrialRecord trial) {
        return Front.evaluated(trial).accuracy();
    }

    private static Provenance provenance(TrialRecord trial) {
        return Front.evaluated(trial).provenance();
    }

    private static String digest(String store, TrialRecord trial, String name) {
        try (ResultsDb db = ResultsDb.openFolder(studies.folder().resolve(store))) {
            return artifact(db, trial, name).sha256();
        }
    }

    private static String log(String store, TrialRecord trial) {
        try (ResultsDb db = ResultsDb.openFolder(studies.folder().resolve(store))) {
            return new String(db.artifacts()
                    .read(artifact(db, trial, ProducedArtifact.LOG).sha256()));
        }
    }

    private static StoredArtifact artifact(ResultsDb db, TrialRecord trial, String name) {
        return db.trials().artifacts(trial.studyId(), trial.number()).stream()
                .filter(artifact -> artifact.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
