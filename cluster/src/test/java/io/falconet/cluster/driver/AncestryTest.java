package io.falconet.cluster.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.evaluator.EvaluationTask;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.TrainingOrigin;
import io.falconet.results.ArtifactStore;
import io.falconet.results.Claim;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialReference;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.space.Architecture;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AncestryTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final Fidelity SMALL = new Fidelity(2, 100, 8, 2, 0.5);
    private static final Fidelity PART = new Fidelity(2, 0, 8, 8, 1);
    private static final Fidelity MORE = new Fidelity(4, 0, 8, 8, 1);
    private static final Fidelity WHOLE = new Fidelity(8, 0, 8);

    private ResultsDb db;
    private Ancestry ancestry;
    private Claim study;

    @BeforeEach
    void open(@TempDir Path folder) {
        db = ResultsDb.openFolder(folder);
        ancestry = new Ancestry(db);
        study = claim("study");
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void moreOfATrainingGoesOnFromItsCheckpoint() throws IOException {
        evaluated(study, 0, PART, Optional.empty(), Map.of());
        TrialRequest request = request(1, WHOLE, Optional.of(0));

        TrainingOrigin origin = origin(request);

        assertThat(origin.beginning().orElseThrow().checkpoint()).isEqualTo(file("study", 0, "checkpoint.bin"));
        assertThat(origin.beginning().orElseThrow().provenance()).isEqualTo(provenance(PART, Map.of()));
        assertThat(origin.start()).isEmpty();
        assertThat(ancestry.startingWeights(study.studyId(), request)).isEmpty();
        assertThat(origin(request(1, WHOLE, Optional.empty()))).isEqualTo(TrainingOrigin.NONE);

        lose(study, 0, "checkpoint.bin");
        assertThat(origin(request)).isEqualTo(TrainingOrigin.NONE);
    }

    @Test
    void anotherTrainingStartsFromTheWeights() throws IOException {
        evaluated(study, 0, SMALL, Optional.empty(), Map.of());
        TrialRequest request = request(1, PART, Optional.of(0));

        TrainingOrigin origin = origin(request);

        assertThat(origin.start().orElseThrow().weights()).isEqualTo(file("study", 0, "weights.safetensors"));
        assertThat(origin.start().orElseThrow().configuration()).isEqualTo(file("study", 0, "configuration.json"));
        assertThat(origin.beginning()).isEmpty();
        assertThat(ancestry.startingWeights(study.studyId(), request))
                .contains(origin.start().orElseThrow().sha256())
                .contains(weights(study, 0));

        lose(study, 0, "weights.safetensors");
        assertThat(origin(request).start()).isEmpty();
        assertThat(origin(request).first()).contains(again(trial(study, 0)));
        assertThat(ancestry.startingWeights(study.studyId(), request)).contains(weights(study, 0));
    }

    @Test
    void aTrainingFromWeightsGoesOnWithBoth() {
        evaluated(study, 0, SMALL, Optional.empty(), Map.of());
        Map<String, String> started = Map.of(Provenance.START, weights(study, 0));
        evaluated(study, 1, PART, Optional.of(0), started);
        evaluated(study, 2, MORE, Optional.of(1), started);
        TrialRequest request = request(3, WHOLE, Optional.of(2));

        TrainingOrigin origin = origin(request);

        assertThat(origin.start().orElseThrow().sha256()).isEqualTo(weights(study, 0));
        assertThat(origin.beginning().orElseThrow().checkpoint()).isEqualTo(file("study", 2, "checkpoint.bin"));
        assertThat(ancestry.startingWeights(study.studyId(), request)).contains(weights(study, 0));
    }

    @Test
    void whatWasTakenFromAnotherStudyHasItsAncestorsThere() {
        evaluated(study, 5, SMALL, Optional.empty(), Map.of());
        Map<String, String> started = Map.of(Provenance.START, weights(study, 5));
        evaluated(study, 6, PART, Optional.of(5), started);
        Claim other = claim("other");
        reused(other, 0, SMALL, Optional.empty(), 5);
        reused(other, 1, PART, Optional.of(0), 6);

        TrainingOrigin origin = ancestry.origin(other.studyId(), request(2, WHOLE, Optional.of(1)), this::again);

        assertThat(origin.start().orElseThrow().sha256()).isEqualTo(weights(study, 5));
        assertThat(origin.beginning().orElseThrow().checkpoint()).isEqualTo(file("study", 6, "checkpoint.bin"));
    }

    @Test
    void whoTrainsAgainBeginsWithTheFirst() {
        evaluated(study, 0, SMALL, Optional.empty(), Map.of());
        evaluated(study, 1, PART, Optional.of(0), Map.of(Provenance.START, weights(study, 0)));
        evaluated(study, 2, WHOLE, Optional.of(1), Map.of(Provenance.START, weights(study, 0)));
        evaluated(study, 3, PART, Optional.empty(), Map.of());
        evaluated(study, 4, WHOLE, Optional.of(3), Map.of());

        assertThat(ancestry.task(trial(study, 2), this::again).origin())
                .isEqualTo(TrainingOrigin.after(again(trial(study, 0))));
        assertThat(ancestry.task(trial(study, 4), this::again)).isEqualTo(again(trial(study, 4)));
    }

    private TrainingOrigin origin(TrialRequest request) {
        return ancestry.origin(study.studyId(), request, this::again);
    }

    private EvaluationTask again(TrialRecord trial) {
        return new EvaluationTask(
                trial.architecture(),
                StudySpec.DataSpec.at("/data"),
                RecipeSpec.USUAL,
                trial.fidelity(),
                7,
                true,
                1,
                Map.of());
    }

    private Claim claim(String name) {
        long id = db.studies().create(name, "name: " + name, 30, NOW).id();
        return db.studies().claim(id, "a", Duration.ofSeconds(30), NOW).orElseThrow();
    }

    private TrialRecord trial(Claim claim, int number) {
        return db.trials().find(claim.studyId(), number).orElseThrow();
    }

    private static TrialRequest request(int number, Fidelity fidelity, Optional<Integer> promoted) {
        return new TrialRequest(number, Architecture.parse("tiny:width=2"), "abc", fidelity, 7, promoted);
    }

    private void evaluated(
            Claim claim, int number, Fidelity fidelity, Optional<Integer> promoted, Map<String, String> versions) {
        db.trials().propose(claim, request(number, fidelity, promoted), NOW);
        List<StoredArtifact> files = List.of(
                put("weights", number, ProducedArtifact.WEIGHTS),
                put("configuration", number, ProducedArtifact.CONFIGURATION),
                put("checkpoint", number, ProducedArtifact.CHECKPOINT));
        db.trials().record(claim, number, outcome(fidelity, versions), Optional.empty(), files, NOW);
    }

    private void reused(Claim claim, int number, Fidelity fidelity, Optional<Integer> promoted, int source) {
        db.trials().propose(claim, request(number, fidelity, promoted), NOW);
        db.trials()
                .record(
                        claim,
                        number,
                        db.trials().outcome(study.studyId(), source).orElseThrow(),
                        Optional.of(new TrialReference("study", source)),
                        db.trials().artifacts(study.studyId(), source),
                        NOW);
    }

    private StoredArtifact put(String kind, int number, String name) {
        return db.artifacts().put(name, kind, file("study", number, name));
    }

    private static byte[] file(String study, int number, String name) {
        return (name + " of " + study + ":" + number).getBytes();
    }

    private String weights(Claim claim, int number) {
        return artifact(claim, number, ProducedArtifact.WEIGHTS);
    }

    private String artifact(Claim claim, int number, String name) {
        return db.trials().artifacts(claim.studyId(), number).stream()
                .filter(artifact -> artifact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .sha256();
    }

    private void lose(Claim claim, int number, String name) throws IOException {
        Files.delete(Path.of(db.artifacts().place().address(ArtifactStore.path(artifact(claim, number, name)))));
    }

    private static Evaluated outcome(Fidelity fidelity, Map<String, String> versions) {
        return new Evaluated(
                new Complexity(4, 3, 2, 1),
                new Accuracy(0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
                Optional.empty(),
                List.of(),
                provenance(fidelity, versions));
    }

    private static Provenance provenance(Fidelity fidelity, Map<String, String> versions) {
        return new Provenance(7, "test", "data", fidelity, versions, NOW, Duration.ofSeconds(1));
    }
}
