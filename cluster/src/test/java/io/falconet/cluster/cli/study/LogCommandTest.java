package io.falconet.cluster.cli.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.cli.Typed;
import io.falconet.cluster.driver.Studies;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.results.Claim;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
import io.falconet.results.StudyRecord;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpaces;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCommandTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final Provenance PROVENANCE =
            new Provenance(1, "test", "data", new Fidelity(1, 0, 8), Map.of(), NOW, Duration.ZERO);

    @TempDir
    private Path folder;

    private String store;

    @BeforeEach
    void someTrials() {
        store = "--data-dir=" + folder;
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            StudyRecord study = new StudyRegister(db, Clock.systemUTC()).enter(Studies.named("boards", 9));
            Claim claim = db.studies()
                    .claim(study.id(), "somebody", Duration.ofSeconds(30), NOW)
                    .orElseThrow();
            StoredArtifact log = db.artifacts()
                    .put(ProducedArtifact.LOG, "log", "epoch 1, loss 2.5\n".getBytes(StandardCharsets.UTF_8));
            record(db, claim, 0, new Failed("it broke", "in an artifact too", PROVENANCE), List.of(log));
            record(db, claim, 1, new Failed("it broke", "at the first step\n", PROVENANCE), List.of());
            record(db, claim, 2, new Infeasible("macs 9 of 8", PROVENANCE), List.of());
            db.trials().propose(claim, request(3), NOW);
        }
    }

    private static void record(ResultsDb db, Claim claim, int number, Outcome outcome, List<StoredArtifact> artifacts) {
        db.trials().propose(claim, request(number), NOW);
        db.trials().record(claim, number, outcome, Optional.empty(), artifacts, NOW);
    }

    private static TrialRequest request(int number) {
        Architecture architecture = SearchSpaces.named("small-objects").draw(new Random(number));
        return new TrialRequest(number, architecture, "network" + number, new Fidelity(1, 0, 8), 1);
    }

    @Test
    void aLogIsPrintedAsItWasStored() {
        assertThat(Typed.run("log", "boards:0", store)).isEqualTo(new Typed(0, "epoch 1, loss 2.5\n", ""));
        assertThat(Typed.run("log", "boards:1", store).out()).isEqualTo("at the first step\n");
        assertThat(Typed.run("log", "boards:2", store).out()).startsWith("It was not trained: macs 9 of 8");
    }

    @Test
    void whoAsksForWhatIsNotThereIsToldWhatIs() {
        assertThat(Typed.run("log", "boards:3", store).err())
                .contains("found boards:3 under way", "Maybe a little later");
        assertThat(Typed.run("log", "boards:9", store).err())
                .contains("found no number 9", "Maybe they count from 0 to 8");
        assertThat(Typed.run("log", "boats:1", store).err()).contains("found \"boats\"", "Maybe one of these: boards");
        assertThat(Typed.run("log", "boards", store).code()).isEqualTo(2);
    }
}
