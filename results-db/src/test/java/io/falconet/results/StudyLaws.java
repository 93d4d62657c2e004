package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static io.falconet.results.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for studies and who drives them, whichever database is underneath. */
abstract class StudyLaws extends TrialLaws {
    private static final Set<StudyState> RUNNING = Set.of(StudyState.RUNNING);

    @Test
    void studiesAreFoundByNameAndListedNewestFirst() {
        StudyRecord first = db.studies().create("first", "name: first", 30, NOW);
        StudyRecord second = db.studies().create("second", "name: second", 5, NOW);
        assertThat(first)
                .isEqualTo(new StudyRecord(
                        first.id(),
                        "first",
                        "name: first",
                        StudyState.QUEUED,
                        30,
                        0,
                        NOW,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(db.studies().find("first")).contains(first);
        assertThat(db.studies().find(second.id())).contains(second);
        assertThat(db.studies().find("third")).isEmpty();
        assertThat(db.studies().list()).containsExactly(second, first);
    }

    @Test
    void studyNamesAreUnique() {
        db.studies().create("pcb", "", 1, NOW);
        assertThatThrownBy(() -> db.studies().create("pcb", "", 1, NOW))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("found a study \"pcb\" already.")
                .hasMessageContaining("Maybe resume it");
    }

    @Test
    void whyAStudyWaitsIsItsMessageWhileItDoes() {
        Claim claim = claimed("pcb");
        long before = db.studies().version();

        db.studies().heartbeat(claim, Optional.of("no GPU free"));
        assertThat(study("pcb").message()).contains("no GPU free");
        assertThat(db.studies().version()).isGreaterThan(before);

        long known = db.studies().version();
        db.studies().heartbeat(claim, Optional.of("no GPU free"));
        assertThat(db.studies().version()).isEqualTo(known);

        db.studies().heartbeat(claim, Optional.empty());
        assertThat(study("pcb").message()).isEmpty();
        assertThat(db.studies().version()).isGreaterThan(known);
    }

    @Test
    void aStudyIsDrivenFromClaimToRelease() {
        Claim claim = claimed("pcb");
        assertThat(study("pcb").state()).isEqualTo(StudyState.RUNNING);
        assertThat(study("pcb").started()).contains(NOW);
        age(claim, Duration.ofSeconds(5));
        Instant before = study("pcb").heartbeat().orElseThrow();
        assertThat(db.studies().heartbeat(claim, Optional.empty())).isEqualTo(StudyState.RUNNING);
        assertThat(study("pcb").heartbeat().orElseThrow()).isAfter(before.plusSeconds(4));

        db.studies().revise(claim, "trials: 60", 60);
        db.studies().release(claim, StudyState.FAILED, Optional.of("no images"), NOW.plusSeconds(6));

        StudyRecord released = study("pcb");
        assertThat(released.state()).isEqualTo(StudyState.FAILED);
        assertThat(released.message()).contains("no images");
        assertThat(released.ended()).contains(NOW.plusSeconds(6));
        assertThat(released.heartbeat()).isEmpty();
        assertThat(released.specYaml()).isEqualTo("trials: 60");
        assertThat(released.trials()).isEqualTo(60);

        Claim again = db.studies()
                .claim(claim.studyId(), "b", LIFETIME, NOW.plusSeconds(7))
                .orElseThrow();
        assertThat(again.token()).isGreaterThan(claim.token());
        assertThat(study("pcb").ended()).isEmpty();
        assertThat(study("pcb").message()).isEmpty();
    }

    @Test
    void aDriverLearnsByItsHeartbeatThatItIsToStop() {
        Claim claim = claimed("pcb");
        assertThat(db.studies().ask(claim.studyId(), StudyState.STOPPED, RUNNING, NOW.plusSeconds(1)))
                .isTrue();
        assertThat(db.studies().heartbeat(claim, Optional.empty())).isEqualTo(StudyState.STOPPED);
        assertThat(study("pcb").ended()).contains(NOW.plusSeconds(1));
        record(claim, 0, new Samples(1).outcome());
    }

    @Test
    void aLivingDriverKeepsItsStudy() {
        Claim claim = claimed("pcb");
        age(claim, LIFETIME.plusDays(1));
        db.studies().heartbeat(claim, Optional.empty());
        assertThat(db.studies().claim(claim.studyId(), "b", LIFETIME, NOW.plusSeconds(9999)))
                .isEmpty();
        assertThat(db.studies().waiting(LIFETIME)).isEmpty();
    }

    /** Else nobody could go on with it for a day after somebody set the clock back by one. */
    @Test
    void aSignOfLifeFromTheFutureIsNone() {
        Claim claim = claimed("pcb");
        age(claim, LIFETIME.negated().plusSeconds(5));
        assertThat(db.studies().claim(claim.studyId(), "b", LIFETIME, NOW)).isEmpty();

        age(claim, Duration.ofDays(-1));
        assertThat(db.studies().waiting(LIFETIME)).extracting(StudyRecord::name).containsExactly("pcb");
        assertThat(db.studies().claim(claim.studyId(), "b", LIFETIME, NOW)).isPresent();
    }

    /** A sign of life a day old while its process runs: the clock was set, or the process is stopped and may go on. */
    @ParameterizedTest
    @ValueSource(longs = {1, -1})
    void aDriverThatIsSeenToRunKeepsItsStudyWhateverTheClockTells(long days) throws Exception {
        Process process = new ProcessBuilder("cat").start();
        long study = db.studies().create("pcb", "", 1, NOW).id();
        Claim claim = db.studies()
                .claim(study, Owner.of(process.toHandle()).text(), LIFETIME, NOW)
                .orElseThrow();
        age(claim, Duration.ofDays(days));
        assertThat(db.studies().claim(study, "another", LIFETIME, NOW)).isEmpty();
        assertThat(db.studies().waiting(LIFETIME)).isEmpty();

        process.destroyForcibly().waitFor();
        assertThat(db.studies().waiting(LIFETIME)).hasSize(1);
        assertThat(db.studies().claim(study, "another", LIFETIME, NOW)).isPresent();
    }

    /** A worker whose store was away when a search ended could not give its study back. */
    @Test
    void aProcessTakesWhatItLetFallSilentItself() {
        long study = db.studies().create("pcb", "", 1, NOW).id();
        String here = Owner.thisProcess().text();
        Claim fallen = db.studies().claim(study, here, LIFETIME, NOW).orElseThrow();
        assertThat(db.studies().claim(study, here, LIFETIME, NOW)).isEmpty();
        age(fallen, LIFETIME.plusSeconds(1));
        assertThat(db.studies().claim(study, here, LIFETIME, NOW)).isPresent();
        assertStale(() -> db.studies().heartbeat(fallen, Optional.empty()));
    }

    @Test
    void aDeadDriverIsReplacedAndRefusedWhenItWakes() {
        Claim late = claimed("pcb");
        db.trials().propose(late, request(0), NOW);
        age(late, LIFETIME.plusSeconds(1));
        Claim taken = db.studies().claim(late.studyId(), "b", LIFETIME, NOW).orElseThrow();
        Outcome outcome = new Samples(1).outcome();

        assertThat(taken.token()).isEqualTo(late.token() + 1);
        assertStale(() -> db.trials().propose(late, request(1), NOW));
        assertStale(() -> db.trials().record(late, 0, outcome, Optional.empty(), List.of(), NOW));
        assertStale(() -> db.studies().heartbeat(late, Optional.empty()));
        assertStale(() -> db.studies().revise(late, "", 1));
        assertStale(() -> db.studies().release(late, StudyState.FINISHED, Optional.empty(), NOW));
        record(taken, 0, outcome);
        assertThat(db.trials().list(late.studyId())).hasSize(1);
    }

    @Test
    void aReleasedClaimIsRefused() {
        Claim claim = claimed("pcb");
        db.studies().release(claim, StudyState.STOPPED, Optional.empty(), NOW);
        assertStale(() -> db.trials().propose(claim, request(0), NOW));
        assertStale(() -> db.studies().heartbeat(claim, Optional.empty()));
    }

    @Test
    void aDriverThatDiedOnThisMachineIsReplacedAtOnce() throws Exception {
        Process process = new ProcessBuilder("true").start();
        Owner owner = new Owner(Owner.thisProcess().host(), process.pid(), "tick 1");
        process.waitFor();
        long study = db.studies().create("pcb", "", 1, NOW).id();
        assertThat(db.studies().claim(study, owner.text(), LIFETIME, NOW)).isPresent();
        assertThat(db.studies().claim(study, Owner.thisProcess().text(), LIFETIME, NOW))
                .isPresent();
        assertThat(db.studies().claim(study, "another", LIFETIME, NOW)).isEmpty();
        assertThat(db.studies().owner(study)).contains(Owner.thisProcess().text());
    }

    @Test
    void ofEightThatClaimOneWins() throws Exception {
        long study = db.studies().create("pcb", "", 1, NOW).id();
        List<Optional<Claim>> claims = at8(thread -> db.studies().claim(study, "driver " + thread, LIFETIME, NOW));
        assertThat(claims).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void studiesWaitInTheOrderOfTheirCreation() {
        Claim driven = claimed("driven");
        for (String name : List.of("stopped", "first", "second")) {
            db.studies().create(name, "", 1, NOW);
        }
        assertThat(db.studies().ask(study("stopped").id(), StudyState.STOPPED, Set.of(StudyState.QUEUED), NOW))
                .isTrue();
        assertThat(db.studies().waiting(LIFETIME)).extracting(StudyRecord::name).containsExactly("first", "second");
        age(driven, LIFETIME.plusSeconds(1));
        assertThat(db.studies().waiting(LIFETIME))
                .extracting(StudyRecord::name)
                .containsExactly("driven", "first", "second");
    }

    @Test
    void whatIsAskedOfAStudyInAnotherStateChangesNothing() {
        Claim claim = claimed("pcb");
        assertThat(db.studies().ask(claim.studyId(), StudyState.QUEUED, Set.of(StudyState.STOPPED), NOW))
                .isFalse();
        assertThat(study("pcb").state()).isEqualTo(StudyState.RUNNING);
    }

    /** A driver that gives a study back does not know yet what was asked a moment ago. */
    @Test
    void whatWasAskedMeanwhileStaysUnlessAllIsDone() {
        for (StudyState asked : List.of(StudyState.PAUSED, StudyState.QUEUED, StudyState.CANCELLED)) {
            Claim claim = claimed("asked " + asked);
            db.studies().ask(claim.studyId(), asked, RUNNING, NOW);
            db.studies().release(claim, StudyState.STOPPED, Optional.empty(), NOW);
            StudyRecord left = study("asked " + asked);
            assertThat(left.state()).isEqualTo(asked);
            assertThat(left.ended().isPresent()).isEqualTo(asked.ended());
            assertThat(db.studies().owner(left.id())).isEmpty();
        }
        Claim done = claimed("done");
        db.studies().ask(done.studyId(), StudyState.PAUSED, RUNNING, NOW);
        db.studies().release(done, StudyState.FINISHED, Optional.empty(), NOW);
        assertThat(study("done").state()).isEqualTo(StudyState.FINISHED);
    }

    @Test
    void nobodyDrivesACancelledStudy() {
        long study = db.studies().create("pcb", "", 1, NOW).id();
        db.studies().ask(study, StudyState.CANCELLED, Set.of(StudyState.QUEUED), NOW);
        assertThat(db.studies().claim(study, "a", LIFETIME, NOW)).isEmpty();
        assertThat(db.studies().waiting(LIFETIME)).isEmpty();
    }

    @Test
    void theVersionGrowsWithEachChangeAndNoOther() {
        Claim claim = claimed("pcb");
        List<Long> versions = new ArrayList<>();
        Runnable look = () -> {
            versions.add(db.trials().version(claim.studyId()));
            assertThat(db.studies().version()).isEqualTo(versions.get(versions.size() - 1));
        };
        look.run();
        db.trials().propose(claim, request(0), NOW);
        look.run();
        db.trials().record(claim, 0, new Samples(1).outcome(), Optional.empty(), List.of(), NOW);
        look.run();
        db.studies().ask(claim.studyId(), StudyState.STOPPED, RUNNING, NOW);
        look.run();
        assertThat(versions).doesNotHaveDuplicates().isSorted();
        db.studies().heartbeat(claim, Optional.empty());
        db.trials().list(claim.studyId());
        assertThat(db.trials().version(claim.studyId())).isEqualTo(versions.get(3));
    }

    @Test
    void summariesCountTrialsAndFindTheBest() {
        Claim claim = claimed("pcb");
        db.studies().create("empty", "", 1, NOW);
        Evaluated evaluated = Samples.evaluated("data", Optional.of("local"));
        record(claim, 0, evaluated);
        record(
                claim,
                1,
                new Evaluated(
                        evaluated.complexity(),
                        new Accuracy(Double.NaN, 0.625, 0, 0, 0, 0),
                        Optional.of(Samples.latency("local", 1_000_000)),
                        List.of(),
                        evaluated.provenance()));
        record(claim, 2, new Failed("boom", "", evaluated.provenance()));
        db.trials().propose(claim, request(3), NOW);

        List<StudySummary> summaries = db.studies().summaries();

        assertThat(summaries).extracting(summary -> summary.study().name()).containsExactly("empty", "pcb");
        assertThat(summaries.get(0).trials()).isEmpty();
        assertThat(summaries.get(0).bestMap50()).isEmpty();
        assertThat(summaries.get(0).leastLatency()).isEmpty();
        StudySummary pcb = summaries.get(1);
        assertThat(pcb.study()).isEqualTo(study("pcb"));
        assertThat(pcb.study().finished()).isEqualTo(3);
        assertThat(pcb.trials())
                .isEqualTo(Map.of(TrialState.EVALUATED, 2, TrialState.FAILED, 1, TrialState.RUNNING, 1));
        assertThat(pcb.bestMap50To95()).hasValue(0.25);
        assertThat(pcb.bestMap50()).hasValue(0.625);
        assertThat(pcb.leastLatency()).contains(Duration.ofMillis(1));
        assertThat(pcb.leastParameters()).hasValue(900);
    }
}
