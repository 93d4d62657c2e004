package io.falconet.space.rank;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrustTest {
    private static final Fidelity STUDY = new Fidelity(8, 0, 16);
    private static final Fidelity RUNG = new Fidelity(2, 0, 16, 8, 1);
    private static final Fidelity SMALL = new Fidelity(2, 100, 16, 2, 0.5);
    private static final Fidelity LONG = new Fidelity(60, 0, 16);
    private static final Fidelity LONGER = new Fidelity(200, 0, 16);
    private static final Set<String> FRONT = Set.of("a", "b");

    private final List<Training> trainings = new ArrayList<>();

    /** Networks a, b, c … and what each reached; those of nothing were not trained. */
    private TrustTest train(Fidelity fidelity, double... map) {
        for (int i = 0; i < map.length; i++) {
            if (map[i] > 0) {
                trainings.add(new Training(String.valueOf((char) ('a' + i)), evaluated(fidelity, map[i], i)));
            }
        }
        return this;
    }

    private static Evaluated evaluated(Fidelity fidelity, double map, int i) {
        return new Evaluated(
                new Complexity(100 - i, 100 - i, 100 - i, i),
                new Accuracy(map, map, map, Double.NaN, map, map),
                Optional.empty(),
                List.of(),
                new Provenance(1, "test", "data", fidelity, Map.of(), Instant.EPOCH, Duration.ZERO));
    }

    private Optional<Trust> trust() {
        return Trust.of(STUDY, Objective.MAP50_95, trainings, FRONT);
    }

    @Test
    void everythingThatIsLessTrainingIsAProxyAndSoIsWhatComesForFree() {
        train(STUDY, .30, .25, .20, .15, .10, .05)
                .train(RUNG, .03, .02, .04, .01, .05, 0)
                .train(SMALL, .01, .02, .03, .04, .05, .06)
                .train(LONG, .60, .50, .55, .40, .30);

        Trust trust = trust().orElseThrow();

        assertThat(trust.reference()).isEqualTo(LONG);
        assertThat(trust.networks()).isEqualTo(5);
        assertThat(trust.onFront()).isEqualTo(2);
        assertThat(trust.proxies())
                .extracting(Proxy::name)
                .containsExactly(
                        "2 epochs, 100 images, 50 % of the side", "2 of 8 epochs", "8 epochs", "parameters", "MACs");
        assertThat(trust.own().flatMap(Proxy::correlation)).hasValueSatisfying(found -> {
            assertThat(found.pairs()).isEqualTo(5);
            assertThat(found.spearman().value()).isEqualTo(0.9);
            assertThat(found.kendall().value()).isEqualTo(0.8);
        });
        assertThat(trust.proxies().get(0).correlation().orElseThrow().spearman().value())
                .isEqualTo(-0.9);
        assertThat(trust.proxies().get(3).correlation().orElseThrow().spearman().value())
                .isEqualTo(0.9);
    }

    @Test
    void withoutALongerTrainingNothingIsKnown() {
        train(STUDY, .3, .2, .1, .2, .1).train(RUNG, .1, .1, .1, .1, .1);
        assertThat(trust()).isEmpty();
        train(new Fidelity(60, 0, 8), .3, .2, .1, .2, .1).train(new Fidelity(20, 0, 16, 60, 1), .3, .2, .1, .2, .1);
        assertThat(trust()).as("other batches, beginnings").isEmpty();
    }

    @Test
    void theLongestCountsThatEnoughNetworksHad() {
        train(STUDY, .30, .25, .20, .15, .10, .05).train(LONG, .60, .50, .55, .40, .30);
        train(LONGER, .60, .50, .55, .40);
        assertThat(trust().map(Trust::reference)).contains(LONG);
        train(LONGER, 0, 0, 0, 0, .40);
        assertThat(trust().map(Trust::reference)).contains(LONGER);
    }

    @Test
    void whatTheFrontAloneHadCountsLess() {
        train(STUDY, .30, .25, .20, .15, .10, .05).train(LONG, .60, .50, .55, .40, .30);
        train(LONGER, .60, .50, .55, .40, .30);
        Set<String> front = Set.of("a", "b", "c", "d", "e");
        Optional<Trust> known = Trust.of(STUDY, Objective.MAP50_95, trainings, front);
        assertThat(known.map(Trust::reference)).contains(LONGER);
        assertThat(known.orElseThrow().onFront()).isEqualTo(5);
        train(LONG, 0, 0, 0, 0, 0, .20);
        assertThat(Trust.of(STUDY, Objective.MAP50_95, trainings, front).map(Trust::reference))
                .contains(LONG);
    }

    @Test
    void theFirstOfEqualTrainingsCounts() {
        train(STUDY, .5, .4, .3, .2, .1).train(LONG, .5, .4, .3, .2, .1).train(LONG, .1, .2, .3, .4, .5);
        assertThat(trust().flatMap(Trust::own).flatMap(Proxy::correlation).map(found -> found.kendall()
                        .value()))
                .contains(1.0);
    }

    @Test
    void theVerdictIsASentence() {
        train(STUDY, .5, .4, .3, .2, .1).train(LONG, .5, .4, .3);
        assertThat(trust().orElseThrow().verdict())
                .isEqualTo("3 of its networks had 60 epochs too: at least 5 are needed to say anything.");
        train(LONG, 0, 0, 0, .2, .1);
        assertThat(trust().orElseThrow().verdict())
                .isEqualTo(
                        "Of two networks, the one that is better after 8 epochs is better after 60 epochs too in about 100 % of all cases (59 to 100 %).");
        assertThat(trust().orElseThrow().next(40)).isEmpty();
    }

    @Test
    void aSampleThatMayBeChanceSaysSo() {
        train(STUDY, .5, .4, .3, .2, .1).train(LONG, .4, .2, .5, .1, .3);
        assertThat(trust().orElseThrow().own().orElseThrow().conclusive()).isFalse();
        assertThat(trust().orElseThrow().verdict()).endsWith("A coin does in 50 %: 5 networks are too few to tell.");
    }

    @Test
    void whatGivesAllTheSameRanksNothing() {
        train(STUDY, .5, .4, .3, .2, .1).train(LONG, .4, .4, .4, .4, .4);
        assertThat(trust().orElseThrow().verdict())
                .isEqualTo("60 epochs gave all 5 networks the same mAP50-95: there is nothing to rank.");
        assertThat(trust().orElseThrow().next(9)).contains(new Retraining(240, Optional.empty()));
    }

    @Test
    void aProxyThatGivesAllTheSameNeedsNoLargerSample() {
        train(STUDY, .1, .1, .1, .1, .1).train(LONG, .5, .4, .3, .2, .1);
        assertThat(trust().orElseThrow().verdict()).startsWith("8 epochs gave all 5 networks the same");
        assertThat(trust().orElseThrow().next(5)).isEmpty();
    }

    @Test
    void whatIsOpenIsAskedOfMoreNetworksWhereThereAreMore() {
        train(STUDY, .5, .4, .3, .2, .1).train(LONG, .4, .2, .5, .1, .3);
        assertThat(trust().orElseThrow().next(40)).contains(new Retraining(60, Optional.of(10)));
        assertThat(trust().orElseThrow().next(7)).contains(new Retraining(60, Optional.of(7)));
        assertThat(trust().orElseThrow().next(5)).isEmpty();
        assertThat(new Retraining(60, Optional.of(7)).command("boards"))
                .isEqualTo("trust boards --epochs 60 --sample 7");
    }

    @Test
    void whatHasNoValueTakesNoPart() {
        train(STUDY, .5, .4, .3, .2, .1).train(LONG, .5, .4, .3, .2, .1);
        assertThat(Trust.of(STUDY, Objective.MAP_SMALL, trainings, FRONT)).isEmpty();
    }

    @Test
    void scoresThatTheStudyAskedForAreProxiesToo() {
        train(STUDY, .5, .4, .3, .2, .1);
        trainings.replaceAll(training -> new Training(
                training.networkId(),
                training.outcome().with(Map.of(Objective.NASWOT, -Objective.MAP50.value(training.outcome())))));
        train(LONG, .5, .4, .3, .2, .1);
        assertThat(trust().orElseThrow().proxies())
                .extracting(Proxy::name)
                .containsExactly("8 epochs", "parameters", "MACs", "NASWOT");
        assertThat(trust().orElseThrow()
                        .proxies()
                        .get(3)
                        .correlation()
                        .orElseThrow()
                        .kendall()
                        .value())
                .isEqualTo(-1);
    }

    @Test
    void theFirstAccuracyRanks() {
        assertThat(Trust.accuracy(List.of(Objective.SYNFLOW, Objective.MAP50, Objective.MAP50_95)))
                .isEqualTo(Objective.MAP50);
        assertThat(Trust.accuracy(List.of(Objective.LATENCY))).isEqualTo(Objective.MAP50_95);
    }
}
