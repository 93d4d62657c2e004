package io.falconet.results;

import static io.falconet.results.Samples.FIDELITY;
import static io.falconet.results.Samples.NOW;
import static io.falconet.results.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.outcome.Pruned;
import io.falconet.space.search.FrontRule;
import io.falconet.space.search.pareto.ParetoFront;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for the fronts that a store keeps, whichever database is underneath. */
abstract class FrontLaws extends TrainingLaws {
    private static final Fidelity BRIEF = new Fidelity(2, 0, 16, 8, 1);

    /** Two objectives, limits on one of them and on another quantity, and a rung below the full training. */
    private static String yaml(String name, int trials, String parameters) {
        return """
                name: %s
                space: small-objects
                data: {train: train.json, validation: val.json, images: images}
                objectives: [map50-95, parameters]
                limits: {parameters: %s, macs: 90}
                trials: %d
                fidelity: {epochs: 8, images: all, batch: 16}
                rungs: [2]
                seed: 5
                """
                .formatted(name, parameters, trials);
    }

    private Claim limited(String name) {
        String yaml = yaml(name, 400, "80");
        return db.studies()
                .claim(db.studies().create(name, yaml, 400, NOW).id(), "a", LIFETIME, NOW)
                .orElseThrow();
    }

    private StudySpec spec(String name) {
        try {
            return new StudyReader().readStored(study(name).specYaml());
        } catch (StudyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Few values, so that many trials lie at one point; some have none, some break a limit, some were trained in part. */
    private static Outcome outcome(int number) {
        Random random = new Random(number);
        Provenance provenance = Samples.provenance("data", random.nextInt(4) == 0 ? BRIEF : FIDELITY);
        int parameters = random.nextInt(100);
        double accuracy = random.nextInt(8) == 0 ? Double.NaN : random.nextInt(parameters + 1) / 100.0;
        return switch (random.nextInt(8)) {
            case 0 -> new Failed("boom", "", provenance);
            case 1 -> new Pruned("hopeless", provenance);
            default ->
                new Evaluated(
                        new Complexity(parameters, parameters, parameters, random.nextInt(100)),
                        new Accuracy(accuracy, accuracy, accuracy, accuracy, accuracy, accuracy),
                        Optional.empty(),
                        List.of(),
                        provenance);
        };
    }

    private Set<Integer> naive(long study, StudySpec spec) {
        FrontRule rule = new FrontRule(spec);
        Map<Integer, double[]> points = new TreeMap<>();
        db.trials().list(study).forEach(trial -> trial.outcome()
                .flatMap(rule::point)
                .ifPresent(point -> points.put(trial.number(), point)));
        return points.keySet().stream()
                .filter(number ->
                        points.values().stream().noneMatch(other -> ParetoFront.dominates(other, points.get(number))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> numbers(List<TrialRecord> trials) {
        return trials.stream().map(TrialRecord::number).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Integer> kept(long study) {
        return new TreeSet<>(db.transactions().<Set<Integer>>in(handle -> new FrontReading(handle).numbers(study)));
    }

    private void assertExact(Claim claim, String name) {
        Set<Integer> front = naive(claim.studyId(), spec(name));
        assertThat(front).isNotEmpty();
        assertThat(kept(claim.studyId())).isEqualTo(front);
        assertThat(numbers(db.trials().front(claim.studyId(), spec(name)))).isEqualTo(front);
    }

    @Test
    void theFrontThatIsKeptIsTheOneOfAllOutcomes() {
        Claim claim = limited("limited");
        for (int number = 0; number < 300; number++) {
            record(claim, number, outcome(number));
            if (number % 50 == 49) {
                assertExact(claim, "limited");
            }
        }
    }

    @Test
    void itIsExactWhereEightThreadsRecord() throws Exception {
        Claim claim = limited("limited");
        at8(thread -> {
            for (int number = thread; number < 320; number += 8) {
                record(claim, number, outcome(number));
            }
            return null;
        });
        assertExact(claim, "limited");
    }

    @Test
    void itIsExactWhereAnotherProcessOrPersonChangedTheStudyMeanwhile() {
        Claim claim = limited("limited");
        for (int number = 0; number < 60; number++) {
            record(claim, number, outcome(number));
            if (number == 30) {
                db.studies().ask(claim.studyId(), StudyState.PAUSED, Set.of(StudyState.RUNNING), NOW);
                db.transactions().use(handle -> handle.execute("DELETE FROM front"));
                db.transactions().use(handle -> handle.execute("UPDATE study SET front_rule = NULL"));
                assertThat(numbers(db.trials().front(claim.studyId(), spec("limited"))))
                        .as("read from all trials")
                        .isEqualTo(naive(claim.studyId(), spec("limited")));
            }
        }
        assertExact(claim, "limited");
    }

    @Test
    void aStudyWithOtherLimitsHasItsFrontMadeAnew() {
        Claim claim = limited("limited");
        for (int number = 0; number < 100; number++) {
            record(claim, number, outcome(number));
        }
        Set<Integer> before = kept(claim.studyId());
        db.studies().revise(claim, yaml("limited", 500, "20"), 500);
        assertThat(numbers(db.trials().front(claim.studyId(), spec("limited"))))
                .isEqualTo(naive(claim.studyId(), spec("limited")))
                .isNotEqualTo(before);
        record(claim, 100, outcome(100));
        assertExact(claim, "limited");
    }

    @Test
    void aStudyWhoseFileCannotBeReadHasNoFrontKept() {
        Claim claim = claimed("unreadable");
        record(claim, 0, outcome(7));
        record(claim, 1, outcome(8));
        assertThat(kept(claim.studyId())).isEmpty();
    }

    @Test
    void trialsOnTheFrontAreThoseThatAreListed() {
        Claim claim = limited("limited");
        for (int number = 0; number < 50; number++) {
            record(claim, number, outcome(number));
        }
        db.trials().propose(claim, request(50), NOW);
        assertThat(db.trials().list(claim.studyId())).containsAll(db.trials().front(claim.studyId(), spec("limited")));
    }

    @Test
    void finishedTrialsAreCounted() {
        Claim claim = limited("limited");
        for (int number = 0; number < 20; number++) {
            record(claim, number, outcome(number));
            db.trials().record(claim, number, outcome(number), Optional.empty(), List.of(), NOW);
        }
        db.trials().propose(claim, request(20), NOW);
        assertThat(study("limited").finished()).isEqualTo(20);
    }
}
