package io.falconet.cluster.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.DeviceException;
import io.falconet.evaluator.Evaluation;
import io.falconet.evaluator.TrialData;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialState;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.Objective;
import io.falconet.space.search.Foresight;
import io.falconet.space.search.Foresight.Expectation;
import io.falconet.space.search.SearchListener;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.StudySpec;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyDriverTest {
    private static final SearchListener NOBODY = new SearchListener() {};

    private final Clock clock = Clock.systemUTC();
    private final List<Integer> evaluated = new CopyOnWriteArrayList<>();
    private ResultsDb db;

    @BeforeEach
    void open(@TempDir Path folder) {
        db = ResultsDb.openFolder(folder);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void aSearchLeavesEveryTrialWithItsArtifacts() {
        SearchEnd end = search(Studies.named("pcb", 8), this::evaluate);

        StudyRecord study = study("pcb");
        assertThat(end.finished()).isTrue();
        assertThat(end.evaluated()).isEqualTo(8);
        assertThat(study.state()).isEqualTo(StudyState.FINISHED);
        assertThat(db.trials().list(study.id())).hasSize(8);
        assertThat(db.trials().artifacts(study.id(), 3)).singleElement().satisfies(artifact -> assertThat(
                        db.artifacts().read(artifact.sha256()))
                .containsExactly(1, 2, 3));
    }

    @Test
    void whatWasFinishedBeforeAStopIsNotEvaluatedAgain(@TempDir Path elsewhere) {
        StudySpec spec = Studies.named("pcb", 12);
        List<String> undisturbed;
        try (ResultsDb other = ResultsDb.openFolder(elsewhere)) {
            StudyRecord study = new StudyRegister(other, clock).enter(spec);
            new StudyDriver(other, clock)
                    .search(
                            study,
                            spec,
                            Studies.DATA,
                            Studies.DEVICE,
                            request -> CompletableFuture.completedStage(Studies.evaluation(request)),
                            NOBODY);
            undisturbed = architectures(other, "pcb");
        }

        SearchEnd stopped = searchAndStopAfter(5, spec);
        assertThat(stopped.finished()).isFalse();
        assertThat(study("pcb").state()).isEqualTo(StudyState.STOPPED);
        List<Integer> before = List.copyOf(evaluated);
        SearchEnd end = search(spec, this::evaluate);

        assertThat(end.stored()).isEqualTo(before.size());
        assertThat(end.evaluated()).isEqualTo(12 - before.size());
        assertThat(evaluated).doesNotHaveDuplicates().hasSize(12);
        assertThat(architectures(db, "pcb")).isEqualTo(undisturbed);
    }

    @Test
    void seedsComeFirstWhateverStopsTheSearch() {
        StudySpec spec = Studies.seeded("seeded", 8);
        searchAndStopAfter(1, spec);
        search(spec, this::evaluate);

        Map<String, Architecture> seeds = SearchSpaces.named("catalog").seeds();
        assertThat(architectures(db, "seeded"))
                .hasSize(8)
                .startsWith(
                        seeds.get("yolov5n").text().replace("input=640", "input=160"),
                        seeds.get("nanodet-m").text().replace("input=320", "input=160"));
        assertThat(evaluated).doesNotHaveDuplicates().hasSize(8);
    }

    @Test
    void aNetworkKnownFromAnotherStudyIsTakenFromThere() {
        search(Studies.named("first", 6), this::evaluate);

        SearchEnd end = search(Studies.named("second", 6), this::evaluate);

        assertThat(end.reused()).isEqualTo(6);
        assertThat(evaluated).hasSize(6);
        assertThat(db.trials().list(study("second").id())).allSatisfy(trial -> assertThat(trial.reusedFrom())
                .hasValueSatisfying(from -> assertThat(from.text()).isEqualTo("first:" + trial.number())));
    }

    @Test
    void otherDataAreNoReasonToReuse() {
        search(Studies.named("first", 4), this::evaluate);

        assertThat(search(Studies.named("second", 4), this::evaluate, Studies.data("other"), Studies.DEVICE)
                        .reused())
                .isZero();
    }

    @Test
    void aLatencyOfAnotherDeviceIsNoReasonToReuse() {
        search(Studies.named("first", 4), this::evaluate);
        DeviceProfile upgraded = new DeviceProfile("local", "cpu", "another release", 1);

        assertThat(search(Studies.named("second", 4), this::evaluate, Studies.DATA, upgraded)
                        .reused())
                .isZero();
    }

    @Test
    void aFinishedStudyGoesOnWithMoreTrials() {
        search(Studies.named("pcb", 4), this::evaluate);

        SearchEnd end = search(Studies.named("pcb", 6), this::evaluate);

        assertThat(end.stored()).isEqualTo(4);
        assertThat(end.evaluated()).isEqualTo(2);
        assertThat(study("pcb").trials()).isEqualTo(6);
    }

    @Test
    void aChangedStudyNeedsAnotherName() {
        search(Studies.named("pcb", 4), this::evaluate);
        StudyRegister register = new StudyRegister(db, clock);

        assertThatThrownBy(() -> register.enter(Studies.named("pcb", 3)))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("stored: 4 trials, given: 3")
                .hasMessageContaining("Maybe give the changed study another name");
    }

    @Test
    void theFrontOfAStudyOnRungsIsTrainedInFull() {
        StudySpec spec = Studies.onRungs("climb", 20);
        SearchEnd end = search(spec, this::evaluate);

        List<TrialRecord> trials = db.trials().list(study("climb").id());
        assertThat(end.finished()).isTrue();
        assertThat(trials).hasSizeGreaterThan(20);
        assertThat(trials.subList(20, trials.size()))
                .as("the final front")
                .allSatisfy(trial -> assertThat(trial.fidelity()).isEqualTo(spec.fidelity()));
        assertThat(Front.of(trials, spec)).isNotEmpty().allSatisfy(trial -> assertThat(trial.fidelity())
                .isEqualTo(spec.fidelity()));
        assertThat(search(spec, this::evaluate).stored()).isEqualTo(trials.size());
        assertThat(evaluated).doesNotHaveDuplicates().hasSameSizeAs(trials);
    }

    @Test
    void whereTheFinalFrontHasBegunNoTrialsAreAdded() {
        search(Studies.onRungs("climb", 20), this::evaluate);

        assertThatThrownBy(() -> new StudyRegister(db, clock).enter(Studies.onRungs("climb", 30)))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("was asked for 20 trials at first, for 30 now")
                .hasMessageContaining("Maybe give the longer study another name");
    }

    @Test
    void aBrokenClusterFailsTheStudyButLosesNothing() {
        StudySpec spec = Studies.named("pcb", 6);

        assertThatThrownBy(() -> search(
                        spec,
                        request -> request.number() < 3
                                ? evaluate(request)
                                : CompletableFuture.failedStage(new IllegalStateException("the cable is out"))))
                .hasMessageContaining("the cable is out");

        assertThat(study("pcb").state()).isEqualTo(StudyState.FAILED);
        assertThat(study("pcb").message())
                .hasValueSatisfying(why -> assertThat(why).contains("the cable is out"));
        assertThat(search(spec, this::evaluate).stored()).isEqualTo(3);
    }

    @Test
    void aLostDeviceStopsTheStudyAndNoTrialFailsForIt() {
        StudySpec spec = Studies.named("pcb", 6);

        SearchEnd end = search(
                spec,
                request -> request.number() < 3
                        ? evaluate(request)
                        : CompletableFuture.failedStage(new DeviceException("Device pi does not measure.")));

        assertThat(end.finished()).isFalse();
        assertThat(end.obstacle()).contains("Device pi does not measure.");
        assertThat(study("pcb").state()).isEqualTo(StudyState.STOPPED);
        assertThat(study("pcb").message()).contains("Device pi does not measure.");
        assertThat(db.trials().list(study("pcb").id()))
                .extracting(TrialRecord::state)
                .containsOnly(TrialState.EVALUATED, TrialState.RUNNING);
        SearchEnd later = search(spec, this::evaluate);
        assertThat(later.stored()).isEqualTo(3);
        assertThat(later.finished()).isTrue();
        assertThat(later.obstacle()).isEmpty();
    }

    @Test
    void aSeedThatIsForeseenToBeTooSlowIsInfeasibleAndNotEvaluated() {
        StudySpec spec = Studies.limited("pcb", 6, 1e-6);
        search(Studies.seeded("before", 6), this::evaluate);
        evaluated.clear();
        Foresight slow = (objective, detector) -> Optional.of(new Expectation(9, 8, 10));

        SearchEnd end = new StudyDriver(db, clock, slow, Reuse.OF_ANY_SEED)
                .search(
                        new StudyRegister(db, clock).enter(spec),
                        spec,
                        Studies.DATA,
                        Studies.DEVICE,
                        this::evaluate,
                        NOBODY);

        assertThat(end.finished()).isTrue();
        assertThat(evaluated).isEmpty();
        assertThat(db.trials().list(study("pcb").id())).hasSize(2).allSatisfy(trial -> {
            assertThat(trial.reusedFrom()).isEmpty();
            assertThat(trial.outcome().orElseThrow()).isInstanceOfSatisfying(Infeasible.class, outcome -> {
                assertThat(outcome.reason())
                        .isEqualTo("it is expected to take 9.000 ms, 8.000 at least, the limit is 0.000001 ms");
                assertThat(outcome.provenance().dataFingerprint()).isEqualTo(Studies.DATA.fingerprint());
            });
        });
    }

    @Test
    void aScoreThatIsOptimisedBelongsToTheOutcomeAlsoWhereThatIsReused() {
        Foresight scores = (objective, detector) ->
                Optional.of(Expectation.sure(Complexity.of(detector.network()).macs()));
        search(Studies.named("before", 6), this::evaluate);
        assertThat(db.trials().list(study("before").id()))
                .allMatch(trial -> Front.evaluated(trial).scores().isEmpty());
        evaluated.clear();

        for (String name : List.of("scored", "again")) {
            StudySpec spec = Studies.scored(name, 6);
            new StudyDriver(db, clock, scores, Reuse.OF_ANY_SEED)
                    .search(
                            new StudyRegister(db, clock).enter(spec),
                            spec,
                            Studies.DATA,
                            Studies.DEVICE,
                            this::evaluate,
                            NOBODY);
            assertThat(db.trials().list(study(name).id())).hasSize(6).allSatisfy(trial -> {
                Evaluated outcome = Front.evaluated(trial);
                assertThat(outcome.scores()).isEqualTo(Map.of(Objective.SYNFLOW, (double)
                        outcome.complexity().macs()));
            });
            assertThat(Front.of(db.trials().list(study(name).id()), spec)).isNotEmpty();
        }
        assertThat(architectures(db, "again")).isEqualTo(architectures(db, "scored"));
        assertThat(evaluated).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void whoWasMeasuredOverTheLimitIsNotOnTheFront() {
        StudySpec free = Studies.seeded("free", 12);
        search(free, this::evaluate);
        List<TrialRecord> trials = db.trials().list(study("free").id());
        double[] millis = trials.stream()
                .mapToDouble(
                        trial -> Front.evaluated(trial).latency().orElseThrow().medianMillis())
                .sorted()
                .toArray();
        StudySpec limited = Studies.limited("limited", 12, millis[6]);

        assertThat(Front.beyond(trials, limited)).hasSize(5);
        assertThat(Front.of(trials, limited)).isNotEmpty().doesNotContainAnyElementsOf(Front.beyond(trials, limited));
        assertThat(Front.of(trials, free)).containsAnyElementsOf(Front.beyond(trials, limited));
    }

    private SearchEnd searchAndStopAfter(int trials, StudySpec spec) {
        StudyDriver driver = new StudyDriver(db, clock);
        return driver.search(
                new StudyRegister(db, clock).enter(spec),
                spec,
                Studies.DATA,
                Studies.DEVICE,
                request -> {
                    if (evaluated.size() == trials) {
                        driver.stop();
                        return new CompletableFuture<Evaluation>();
                    }
                    return evaluate(request);
                },
                NOBODY);
    }

    private SearchEnd search(StudySpec spec, Function<TrialRequest, CompletionStage<Evaluation>> evaluator) {
        return search(spec, evaluator, Studies.DATA, Studies.DEVICE);
    }

    private SearchEnd search(
            StudySpec spec,
            Function<TrialRequest, CompletionStage<Evaluation>> evaluator,
            TrialData data,
            DeviceProfile device) {
        StudyRecord study = new StudyRegister(db, clock).enter(spec);
        return new StudyDriver(db, clock).search(study, spec, data, device, evaluator, NOBODY);
    }

    private CompletionStage<Evaluation> evaluate(TrialRequest request) {
        evaluated.add(request.number());
        return CompletableFuture.completedStage(Studies.evaluation(request));
    }

    private static List<String> architectures(ResultsDb db, String name) {
        long study = db.studies().find(name).orElseThrow().id();
        return db.trials().list(study).stream().map(TrialRecord::architecture).toList();
    }

    private StudyRecord study(String name) {
        return db.studies().find(name).orElseThrow();
    }
}
