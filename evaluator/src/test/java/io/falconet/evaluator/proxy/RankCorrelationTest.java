package io.falconet.evaluator.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {
    /** Ranks 1 2 3 4 5 against 2 1 4 3 5: rho = 1 - 6 x 4 / 120, and 8 pairs of 10 agree, 2 do not. */
    @Test
    void fiveByHand() {
        RankCorrelation found =
                RankCorrelation.of(new double[] {1, 2, 3, 4, 5}, new double[] {20, 10, 400, 300, 5000}, 1);
        assertThat(found.pairs()).isEqualTo(5);
        assertThat(found.spearman().value()).isCloseTo(0.8, within(1e-12));
        assertThat(found.kendall().value()).isCloseTo(0.6, within(1e-12));
    }

    /** 1 1 2 against 1 2 3: two pairs agree, one is tied in the first alone. */
    @Test
    void tiesAreTakenAccountOf() {
        RankCorrelation found = RankCorrelation.of(new double[] {1, 1, 2}, new double[] {1, 2, 3}, 1);
        assertThat(found.kendall().value()).isCloseTo(2 / Math.sqrt(2 * 3), within(1e-12));
        assertThat(found.spearman().value()).isCloseTo(1.5 / Math.sqrt(1.5 * 2), within(1e-12));
    }

    @Test
    void intervalsHoldTheValueAndNarrowWithMorePairs() {
        RankCorrelation few = noisy(20);
        RankCorrelation many = noisy(150);
        assertThat(few.spearman().value())
                .isBetween(few.spearman().low(), few.spearman().high());
        assertThat(many.kendall().value())
                .isBetween(many.kendall().low(), many.kendall().high());
        assertThat(many.spearman().high() - many.spearman().low())
                .isLessThan(few.spearman().high() - few.spearman().low());
        assertThat(noisy(20)).isEqualTo(few);
    }

    private static RankCorrelation noisy(int pairs) {
        Random random = new Random(1);
        double[] first = random.doubles(pairs).toArray();
        double[] second = Arrays.stream(first).map(x -> x + random.nextDouble()).toArray();
        return RankCorrelation.of(first, second, 1);
    }

    @Test
    void whatIsTheSameForAllTellsNothing() {
        RankCorrelation found = RankCorrelation.of(new double[] {7, 7, 7, 7}, new double[] {1, 2, 3, 4}, 1);
        assertThat(found.spearman().value()).isNaN();
        assertThat(found.kendall().low()).isNaN();
    }

    @Test
    void twoPairsAreTooFew() {
        assertThatThrownBy(() -> RankCorrelation.of(new double[2], new double[2], 1))
                .hasMessageContaining("At least 3 pairs")
                .hasMessageContaining("Maybe");
    }
}
