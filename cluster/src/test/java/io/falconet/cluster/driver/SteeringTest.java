package io.falconet.cluster.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.Evaluation;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialState;
import io.falconet.results.Wish;
import io.falconet.space.search.SearchListener;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.study.StudySpec;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteeringTest {
    private static final int TRIALS = 60;
    private static final Duration BEAT = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Clock clock = Clock.systemUTC();
    private final StudySpec spec = Studies.named("pcb", TRIALS);
    private ResultsDb db;
    private Steering steering;

    @BeforeEach
    void open(@TempDir Path folder) {
        db = ResultsDb.openFolder(folder);
        steering = new Steering(db, clock);
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** All trials from the fourth on wait until a beat of its driver came after what was asked. */
    @Test
    void aPausedStudyFinishesWhatIsInFlightAndGoesOnAsIfNothingHadHappened() {
        CompletableFuture<Instant> asked = new CompletableFuture<>();
        SearchEnd paused = search(request -> CompletableFuture.supplyAsync(() -> {
            if (request.number() == 3) {
                steering.ask("pcb", Wish.PAUSE);
                asked.complete(clock.instant());
            }
            if (request.number() >= 3) {
                Instant since = asked.join();
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> study().heartbeat().orElseThrow().isAfter(since));
            }
            return Studies.evaluation(request);
        }));
        assertThat(paused.finished()).isFalse();
        assertThat(study().state()).isEqualTo(StudyState.PAUSED);
        assertThat(trials()).hasSizeBetween(4, TRIALS - 1).allMatch(trial -> trial.state()
                .finished());

        SearchEnd resumed = search(SteeringTest::at);
        assertThat(resumed.finished()).isTrue();
        assertThat(resumed.stored()).isEqualTo(paused.evaluated());
        assertThat(study().state()).isEqualTo(StudyState.FINISHED);
        assertThat(trials()).hasSize(TRIALS).allMatch(trial -> trial.state() == TrialState.EVALUATED);
    }

    @Test
    void aCancelledStudyEndsAndNeverGoesOn() {
        CompletableFuture<Evaluation> never = new CompletableFuture<>();
        CompletableFuture<SearchEnd> search = CompletableFuture.supplyAsync(() -> search(request -> never));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> db.studies().find("pcb").map(StudyRecord::state).equals(Optional.of(StudyState.RUNNING)));
        steering.ask("pcb", Wish.CANCEL);
        assertThat(search.join().finished()).isFalse();
        assertThat(study().state()).isEqualTo(StudyState.CANCELLED);
        assertThatThrownBy(() -> search(SteeringTest::at))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("found pcb cancelled")
                .hasMessageContaining("Maybe give it another name");
        assertThatThrownBy(() -> steering.ask("pcb", Wish.QUEUE))
                .hasMessageContaining("paused, stopped or failed was expected, found pcb cancelled");
    }

    @Test
    void whatIsQueuedWaitsForWorkers() {
        new StudyRegister(db, clock).enter(spec);
        assertThat(steering.waiting()).extracting(StudyRecord::name).containsExactly("pcb");
        steering.ask("pcb", Wish.PAUSE);
        assertThat(steering.waiting()).isEmpty();
        steering.ask("pcb", Wish.QUEUE);
        steering.fail(study(), "There are no data.");
        assertThat(study().state()).isEqualTo(StudyState.FAILED);
        assertThat(study().message()).contains("There are no data.");
        steering.ask("pcb", Wish.QUEUE);
        assertThat(search(SteeringTest::at).finished()).isTrue();
        assertThatThrownBy(() -> steering.ask("pcb", Wish.STOP))
                .hasMessageContaining("queued, running or paused was expected, found pcb finished");
        assertThatThrownBy(() -> steering.ask("bcp", Wish.STOP)).hasMessageContaining("found \"bcp\"");
    }

    private static CompletionStage<Evaluation> at(TrialRequest request) {
        return CompletableFuture.completedStage(Studies.evaluation(request));
    }

    private SearchEnd search(Function<TrialRequest, CompletionStage<Evaluation>> evaluator) {
        StudyRecord study = new StudyRegister(db, clock).enter(spec);
        try (Hold hold = Hold.of(study, db, clock, BEAT)) {
            return new StudyDriver(db, clock)
                    .search(hold, spec, Studies.DATA, Studies.DEVICE, evaluator, new SearchListener() {});
        }
    }

    private StudyRecord study() {
        return db.studies().find("pcb").orElseThrow();
    }

    private List<TrialRecord> trials() {
        return db.trials().list(study().id());
    }
}
