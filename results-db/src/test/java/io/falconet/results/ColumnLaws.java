package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static io.falconet.results.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.results.columns.ColumnReading;
import io.falconet.results.columns.Decision;
import io.falconet.results.columns.TrialColumns;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.TrialRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for a study's trials in columns, whichever database is underneath. */
abstract class ColumnLaws extends StoreFixture {
    private TrialColumns columns = TrialColumns.NONE;

    /** The numbers of the outcomes that came to be known. */
    private int[] read(Claim claim) {
        ColumnReading.Found found = new ColumnReading(db, claim.studyId()).since(columns, count -> {});
        columns = found.columns();
        return IntStream.of(found.finished()).sorted().toArray();
    }

    private static Outcome failed() {
        return new Failed("loss is NaN", "", Samples.provenance("data", Samples.FIDELITY));
    }

    @Test
    void columnsTellWhatRecordsTell() {
        Claim claim = claimed("s");
        Samples samples = new Samples(3);
        for (int number = 0; number < 60; number++) {
            record(claim, number, samples.outcome());
        }
        assertThat(read(claim)).hasSize(60);
        assertThat(columns.count()).isEqualTo(60);
        for (TrialRecord trial : db.trials().list(claim.studyId())) {
            int number = trial.number();
            assertThat(columns.state(number)).contains(trial.state());
            assertThat(columns.finishedNanos(number)).isEqualTo(Nanos.of(NOW));
            assertThat(columns.fidelity(number))
                    .isEqualTo(trial.outcome().orElseThrow().provenance().fidelity());
            assertThat(columns.count(trial.state())).isPositive();
            for (Objective objective : Objective.values()) {
                Double told = trial.outcome().orElseThrow() instanceof Evaluated evaluated
                        ? Double.valueOf(objective.value(evaluated))
                        : Double.valueOf(Double.NaN);
                assertThat(columns.value(objective, number)).as(objective.key()).isEqualTo(told);
            }
        }
    }

    @Test
    void whatIsCommittedLateIsNotMissed() {
        Claim claim = claimed("s");
        db.trials().propose(claim, request(0), NOW);
        record(claim, 3, failed());
        assertThat(read(claim)).containsExactly(3);
        assertThat(columns.size()).isEqualTo(4);
        assertThat(columns.count()).isEqualTo(2);
        assertThat(columns.count(TrialState.RUNNING)).isEqualTo(1);
        assertThat(columns.state(1)).isEmpty();

        record(claim, 1, failed());
        db.trials().record(claim, 0, failed(), Optional.empty(), List.of(), NOW.minusSeconds(900));
        db.trials().propose(claim, request(4), NOW);
        assertThat(read(claim)).containsExactly(0, 1);
        assertThat(columns.count(TrialState.FAILED)).isEqualTo(3);
        assertThat(columns.count(TrialState.RUNNING)).isEqualTo(1);
        assertThat(columns.finished()).isEqualTo(3);
        assertThat(columns.state(2)).isEmpty();
    }

    @Test
    void whereNothingChangedTheColumnsAreTheSame() {
        Claim claim = claimed("s");
        db.trials().propose(claim, request(0), NOW);
        record(claim, 1, failed());
        read(claim);
        TrialColumns before = columns;
        assertThat(read(claim)).isEmpty();
        assertThat(columns).isSameAs(before);
    }

    @Test
    void whatWasReadStaysAsItWas() {
        Claim claim = claimed("s");
        db.trials().propose(claim, request(0), NOW);
        read(claim);
        TrialColumns before = columns;
        db.trials().record(claim, 0, failed(), Optional.empty(), List.of(), NOW);
        db.trials().propose(claim, request(1), NOW);
        read(claim);
        assertThat(before.state(0)).contains(TrialState.RUNNING);
        assertThat(before.size()).isEqualTo(1);
        assertThat(columns.state(0)).contains(TrialState.FAILED);
    }

    @Test
    void aStudyThatIsResumedGoesOn() {
        Claim first = claimed("s");
        db.trials().propose(first, request(0), NOW);
        record(first, 1, failed());
        read(first);
        db.studies().release(first, StudyState.STOPPED, Optional.empty(), NOW);
        Claim second = db.studies()
                .claim(first.studyId(), "b", Duration.ofSeconds(30), NOW)
                .orElseThrow();
        record(second, 0, failed());
        record(second, 2, failed());
        assertThat(read(second)).containsExactly(0, 2);
        assertThat(columns.count(TrialState.FAILED)).isEqualTo(3);
    }

    @Test
    void decisionsAreToldApart() {
        Claim claim = claimed("s");
        for (int number = 0; number < 300; number++) {
            record(claim, number, failed());
        }
        read(claim);
        assertThat(columns.decisions()).extracting(Decision::name).containsExactly("width", "neck");
        assertThat(columns.decisions()).extracting(Decision::open).containsExactly(true, false);
        assertThat(columns.decisions().get(1).options()).containsExactly("pan");
        assertThat(columns.option(1, 299)).isZero();
        assertThat(columns.first(Map.of("neck", "slim", "width", "3"))).isEmpty();
    }

    @Test
    void theFirstOfAnArchitectureIsFound() {
        Claim claim = claimed("s");
        record(claim, 0, failed());
        record(claim, 1, Samples.evaluated("data", Optional.empty()));
        read(claim);
        assertThat(columns.first(Map.of("width", "1", "neck", "pan"))).hasValue(1);
        assertThat(columns.first(Map.of("width", "0", "neck", "pan"))).isEmpty();
    }

    @Test
    void trialsOfAPageComeInItsOrder() {
        Claim claim = claimed("s");
        for (int number = 0; number < 5; number++) {
            record(claim, number, failed());
        }
        assertThat(db.trials().list(claim.studyId(), List.of(4, 1, 9, 3)))
                .extracting(TrialRecord::number)
                .containsExactly(4, 1, 3);
        assertThat(db.trials().list(claim.studyId(), List.of())).isEmpty();
    }

    @Test
    void networksTrainedToOneAmountSayNothingOfTrust() {
        Claim brief = claimed("brief");
        Claim longer = claimed("longer");
        Fidelity whole = new Fidelity(60, 0, 16);
        for (int number = 0; number < 4; number++) {
            record(brief, number, Samples.evaluated("data", Optional.empty()));
        }
        db.trials()
                .propose(
                        longer,
                        new TrialRequest(
                                0, request(2).architecture(), request(2).networkId(), whole, 7),
                        NOW);
        Evaluated known = Samples.evaluated("data", Optional.empty());
        db.trials()
                .record(
                        longer,
                        0,
                        new Evaluated(
                                known.complexity(),
                                known.accuracy(),
                                Optional.empty(),
                                List.of(),
                                Samples.provenance("data", whole)),
                        Optional.empty(),
                        List.of(),
                        NOW);
        assertThat(db.trials().retrainings(brief.studyId())).hasSize(2).allMatch(training -> training.networkId()
                .equals("network-2"));
        assertThat(db.trials().trainings(brief.studyId())).hasSize(5);
        assertThat(db.trials().networks(brief.studyId())).isEqualTo(4);
        assertThat(db.trials().numbers(brief.studyId(), Samples.FIDELITY, Set.of("network-2", "other")))
                .isEqualTo(Map.of("network-2", 2));
    }

    @Test
    void anOverviewKnowsTheFrontWithoutTheTrials() {
        String spec =
                """
                name: s
                space: small-objects
                data: {train: train.json, validation: val.json, images: images}
                objectives: [map50-95, parameters]
                trials: 30
                fidelity: {epochs: 8, images: all, batch: 16}
                seed: 5
                """;
        long id = db.studies().create("s", spec, 30, NOW).id();
        assertThat(db.studies().overviews()).hasSize(1).allMatch(each -> each.onFront()
                .isEmpty());
        Claim claim = db.studies().claim(id, "a", LIFETIME, NOW).orElseThrow();
        record(claim, 0, Samples.evaluated("data", Optional.empty()));
        assertThat(db.studies().overviews()).hasSize(1).allSatisfy(each -> {
            assertThat(each.study().name()).isEqualTo("s");
            assertThat(each.onFront()).hasValue(1);
            assertThat(each.bestMap50To95()).hasValue(0.25);
        });
    }
}
