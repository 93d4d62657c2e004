package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static io.falconet.results.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.outcome.Pruned;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.search.strategy.Descent;
import io.falconet.space.search.strategy.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for the trials of a store, whichever database is underneath. */
abstract class TrialLaws extends StoreFixture {
    @Test
    void outcomesComeBackEqual() {
        Claim claim = claimed("study");
        List<Outcome> outcomes = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            outcomes.add(new Samples(number).outcome());
            db.trials().propose(claim, request(number), NOW);
            db.trials().record(claim, number, outcomes.get(number), Optional.empty(), List.of(), NOW);
        }
        for (int number = 0; number < outcomes.size(); number++) {
            assertThat(db.trials().outcome(claim.studyId(), number)).contains(outcomes.get(number));
        }
        assertThat(outcomes.stream().map(Outcome::kind).distinct()).hasSize(4);
    }

    @Test
    void longLogsComeBackWhole() {
        Claim claim = claimed("study");
        Failed failed = new Failed(
                "out of memory",
                "at a line …\n".repeat(200_000),
                new Samples(1).evaluated().provenance());
        record(claim, 0, failed);
        assertThat(db.trials().outcome(claim.studyId(), 0)).contains(failed);
    }

    @Test
    void charactersThatNoDatabaseStoresAreReplaced() {
        Claim claim = claimed("study");
        record(claim, 0, new Pruned("a\0b", new Samples(1).evaluated().provenance()));
        assertThat(db.trials().outcome(claim.studyId(), 0).map(outcome -> ((Pruned) outcome).reason()))
                .contains("a\uFFFDb");
    }

    @Test
    void listedTrialsLackOnlyCurveAndLog() {
        Claim claim = claimed("study");
        Evaluated evaluated = Samples.evaluated("data", Optional.of("local"));
        Failed failed = new Failed("boom", "a log", evaluated.provenance());
        record(claim, 0, evaluated);
        record(claim, 1, failed);
        db.trials().propose(claim, request(2), NOW.plusNanos(1));

        List<TrialRecord> trials = db.trials().list(claim.studyId());

        Evaluated light = new Evaluated(
                evaluated.complexity(), evaluated.accuracy(), evaluated.latency(), List.of(), evaluated.provenance());
        assertThat(trials).extracting(TrialRecord::number).containsExactly(0, 1, 2);
        assertThat(trials)
                .extracting(TrialRecord::state)
                .containsExactly(TrialState.EVALUATED, TrialState.FAILED, TrialState.RUNNING);
        assertThat(trials)
                .extracting(TrialRecord::outcome)
                .containsExactly(
                        Optional.of(light), Optional.of(new Failed("boom", "", failed.provenance())), Optional.empty());
        TrialRecord running = trials.get(2);
        assertThat(running.architecture()).isEqualTo("tiny:width=2,neck=pan");
        assertThat(running.proposed()).isEqualTo(NOW.plusNanos(1));
        assertThat(running.finished()).isEmpty();
        assertThat(db.trials().find(claim.studyId(), 2)).contains(running);
        assertThat(db.trials().find(claim.studyId(), 3)).isEmpty();
        assertThat(db.trials().outcome(claim.studyId(), 2)).isEmpty();
    }

    @Test
    void scoresAreListedWithTheirTrial() {
        Claim claim = claimed("study");
        Evaluated scored = Samples.evaluated("data", Optional.empty())
                .with(Map.of(Objective.SYNFLOW, 147.32, Objective.JACOV, -1.6e6));
        record(claim, 0, scored);
        record(claim, 1, scored.with(Map.of()));

        assertThat(db.trials().list(claim.studyId()))
                .extracting(trial -> ((Evaluated) trial.outcome().orElseThrow()).scores())
                .containsExactly(scored.scores(), Map.of());
    }

    @Test
    void artifactsOfATrialAreListedByName() {
        Claim claim = claimed("study");
        StoredArtifact model = db.artifacts().put("model.onnx", "onnx", new byte[] {1});
        StoredArtifact configuration = db.artifacts().put("configuration.json", "configuration", new byte[] {2});
        db.trials().propose(claim, request(0), NOW);
        db.trials().record(claim, 0, new Samples(3).outcome(), Optional.empty(), List.of(model, configuration), NOW);
        assertThat(db.trials().artifacts(claim.studyId(), 0)).containsExactly(configuration, model);
    }

    @Test
    void proposingAgainChangesNothing() {
        Claim claim = claimed("study");
        db.trials().propose(claim, request(0), NOW);
        db.trials().propose(claim, request(0), NOW.plusSeconds(9));
        assertThat(db.trials().list(claim.studyId()))
                .extracting(TrialRecord::proposed)
                .containsExactly(NOW);
    }

    @Test
    void aTrialTellsItsFidelityAndWhatGoesOnInIt() {
        Claim claim = claimed("study");
        Fidelity part = new Fidelity(2, 300, 16, 8, 0.5);
        TrialRequest low = new TrialRequest(0, request(0).architecture(), "abc", part, 7);
        db.trials().propose(claim, low, NOW);
        Fidelity more = new Fidelity(8, 300, 16, 8, 0.5);
        db.trials().propose(claim, new TrialRequest(1, low.architecture(), "abc", more, 7, Optional.of(0)), NOW);
        assertThat(db.trials().list(claim.studyId()))
                .extracting(TrialRecord::fidelity)
                .containsExactly(part, more);
        assertThat(db.trials().list(claim.studyId()))
                .extracting(TrialRecord::promoted)
                .containsExactly(Optional.empty(), Optional.of(0));
        assertThatThrownBy(
                        () -> db.trials().propose(claim, new TrialRequest(0, low.architecture(), "abc", more, 7), NOW))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("epochs=2 of 8")
                .hasMessageContaining("epochs=8,images=300");
    }

    @Test
    void aTrialTellsWhereItComesFromAndWhatCameOfIt() {
        Claim claim = claimed("study");
        List<Descent> descents = List.of(
                Descent.seed("yolo-fastestv2"),
                new Descent(Origin.DRAWN, List.of()),
                new Descent(Origin.MUTANT, List.of(1)),
                new Descent(Origin.CROSSED, List.of(2, 1)),
                Descent.promoted(2));
        for (int number = 0; number < descents.size(); number++) {
            db.trials().propose(claim, request(number).from(descents.get(number)), NOW);
        }
        db.trials().propose(claim, request(5), NOW);
        db.trials().propose(claim, request(1).from(Descent.seed("again")), NOW);

        List<TrialRecord> trials = db.trials().list(claim.studyId());
        assertThat(trials.subList(0, 5))
                .extracting(trial -> trial.descent().orElseThrow())
                .isEqualTo(descents);
        assertThat(trials.get(5).descent()).as("nobody knows").isEmpty();
        assertThat(db.trials().children(claim.studyId(), 1)).containsExactly(2, 3);
        assertThat(db.trials().children(claim.studyId(), 2)).containsExactly(3, 4);
        assertThat(db.trials().children(claim.studyId(), 0)).isEmpty();
    }

    @Test
    void reasonsWithoutFiguresAreCountedEachOnce() {
        Claim claim = claimed("study");
        Provenance from = Samples.provenance("data", Samples.FIDELITY);
        record(claim, 0, Samples.evaluated("data", Optional.empty()));
        for (int number = 1; number <= 5; number++) {
            record(claim, number, new Failed("boom", "log " + number, from));
        }
        record(claim, 6, new Pruned("boom", from));
        record(claim, 7, new Infeasible("it has 9 parameters", from));
        db.trials().propose(claim, request(8), NOW);
        assertThat(db.trials().troubles(claim.studyId()))
                .containsExactly(
                        new Trouble(TrialState.FAILED, "boom", 5, List.of(1, 2, 3)),
                        new Trouble(TrialState.PRUNED, "boom", 1, List.of(6)),
                        new Trouble(TrialState.INFEASIBLE, "it has 9 parameters", 1, List.of(7)));
        assertThat(db.trials().troubles(claimed("other").studyId())).isEmpty();
        assertThat(db.trials().since(claim.studyId(), 7))
                .isEqualTo(db.trials().list(claim.studyId()).subList(7, 9));
    }

    @Test
    void proposingAnotherNetworkIsRefused() {
        Claim claim = claimed("pcb");
        db.trials().propose(claim, request(0, "abc"), NOW);
        assertThatThrownBy(() -> db.trials().propose(claim, request(0, "def"), NOW))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining(
                        "Trial pcb:0 builds network abc for epochs=8,images=all,batch=16, but the search now proposes one that builds network def");
    }

    @Test
    void recordingTheSameAgainChangesNothing() {
        Claim claim = claimed("pcb");
        Outcome outcome = new Samples(5).evaluated();
        record(claim, 0, outcome);
        db.trials().record(claim, 0, outcome, Optional.empty(), List.of(), NOW.plusSeconds(9));
        assertThat(db.trials().find(claim.studyId(), 0).flatMap(TrialRecord::finished))
                .contains(NOW);
    }

    @Test
    void recordingAnotherOutcomeIsRefused() {
        Claim claim = claimed("pcb");
        record(claim, 0, new Samples(5).evaluated());
        assertThatThrownBy(() -> record(claim, 0, new Samples(6).evaluated()))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Trial pcb:0 has an outcome already");
    }

    @Test
    void recordingWhatWasNeverProposedIsRefused() {
        Claim claim = claimed("pcb");
        Outcome outcome = new Samples(5).outcome();
        assertThatThrownBy(() -> db.trials().record(claim, 4, outcome, Optional.empty(), List.of(), NOW))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("pcb:4");
    }

    @Test
    void recordsAllOrNothing() {
        Claim claim = claimed("study");
        db.trials().propose(claim, request(0), NOW);
        StoredArtifact artifact = db.artifacts().put("model.onnx", "onnx", new byte[] {1});
        long version = db.trials().version(claim.studyId());

        Outcome outcome = Samples.evaluated("data", Optional.empty());
        assertThatThrownBy(
                        () -> db.trials().record(claim, 0, outcome, Optional.empty(), List.of(artifact, artifact), NOW))
                .isInstanceOf(RuntimeException.class);

        assertThat(db.trials().outcome(claim.studyId(), 0)).isEmpty();
        assertThat(db.trials().artifacts(claim.studyId(), 0)).isEmpty();
        assertThat(db.trials().find(claim.studyId(), 0).map(TrialRecord::state)).contains(TrialState.RUNNING);
        assertThat(db.trials().version(claim.studyId())).isEqualTo(version);
    }

    @Test
    void eightThreadsRecordAtOnce() throws Exception {
        Claim claim = claimed("study");
        at8(thread -> {
            for (int i = 0; i < 20; i++) {
                record(claim, thread * 20 + i, new Samples(thread * 20 + i).outcome());
            }
            return null;
        });
        assertThat(db.trials().list(claim.studyId())).hasSize(160).allMatch(trial -> trial.state()
                .finished());
        assertThat(db.trials().version(claim.studyId())).isEqualTo(2 + 2 * 160);
        for (int number = 0; number < 160; number++) {
            assertThat(db.trials().outcome(claim.studyId(), number)).contains(new Samples(number).outcome());
        }
    }
}
