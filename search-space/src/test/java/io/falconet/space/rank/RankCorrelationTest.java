package io.falconet.space.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankCorrelationTest {
    /** Ranks 1 2 3 4 5 against 2 1 4 3 5: rho = 1 - 6 x 4 / 120, and 8 pairs of 10 agree, 2 do not. */
    @Test
    void fiveByHand() {
        RankCorrelation found = RankCorrelation.of(new double[] {1, 2, 3, 4, 5}, new double[] {20, 10, 400, 300, 5000});
        assertThat(found.pairs()).isEqualTo(5);
        assertThat(found.spearman().value()).isCloseTo(0.8, within(1e-12));
        assertThat(found.kendall().value()).isCloseTo(0.6, within(1e-12));
        assertThat(found.spearman().low()).isCloseTo(Math.tanh(1.098612 - 1.959964 * 0.812404), within(1e-5));
        assertThat(found.kendall().high()).isCloseTo(Math.tanh(0.693147 + 1.959964 * 0.661060), within(1e-5));
    }

    /** 1 1 2 3 3 against 1 2 3 4 5: of 10 pairs 8 agree, 2 are tied in the first alone. */
    @Test
    void tiesAreTakenAccountOf() {
        RankCorrelation found = RankCorrelation.of(new double[] {1, 1, 2, 3, 3}, new double[] {1, 2, 3, 4, 5});
        assertThat(found.kendall().value()).isCloseTo(8 / Math.sqrt(8 * 10), within(1e-12));
        assertThat(found.spearman().value()).isCloseTo(9 / Math.sqrt(9 * 10), within(1e-12));
    }

    @Test
    void fewThatAgreeDoNotProveMuch() {
        double[] same = {1, 2, 3, 4, 5};
        RankCorrelation found = RankCorrelation.of(same, same);
        assertThat(found.spearman().value()).isEqualTo(1);
        assertThat(found.spearman().high()).isEqualTo(1);
        assertThat(found.spearman().low()).isBetween(0.1, 0.2);
        assertThat(found.kendall().low()).isBetween(0.1, 0.2);
    }

    /** Normal pairs of correlation r have Kendall's tau 2/pi asin(r) and Spearman's 6/pi asin(r/2) (Kruskal, 1958). */
    @ParameterizedTest
    @CsvSource({"5,0.8", "10,0", "10,0.8", "20,0.5", "20,0.8"})
    void intervalsHoldTheTruthAboutAsOftenAsTheySay(int pairs, double r) {
        int samples = 2000;
        double rho = 6 / Math.PI * Math.asin(r / 2);
        double tau = 2 / Math.PI * Math.asin(r);
        Random random = new Random(1);
        int rhos = 0;
        int taus = 0;
        for (int sample = 0; sample < samples; sample++) {
            RankCorrelation found = normal(pairs, r, random);
            rhos += holds(found.spearman(), rho);
            taus += holds(found.kendall(), tau);
        }
        assertThat(rhos / (double) samples).isBetween(0.93, 1.0);
        assertThat(taus / (double) samples).isBetween(0.93, 1.0);
    }

    private static RankCorrelation normal(int pairs, double r, Random random) {
        double[] first = new double[pairs];
        double[] second = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            first[i] = random.nextGaussian();
            second[i] = r * first[i] + Math.sqrt(1 - r * r) * random.nextGaussian();
        }
        return RankCorrelation.of(first, second);
    }

    private static int holds(Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
    }

    @Test
    void whatIsTheSameForAllTellsNothing() {
        RankCorrelation found = RankCorrelation.of(new double[] {7, 7, 7, 7, 7}, new double[] {1, 2, 3, 4, 5});
        assertThat(found.spearman().value()).isNaN();
        assertThat(found.kendall().low()).isNaN();
    }

    @Test
    void fourPairsAreTooFew() {
        assertThatThrownBy(() -> RankCorrelation.of(new double[4], new double[4]))
                .hasMessageContaining("At least 5 pairs")
                .hasMessageContaining("Maybe");
    }
}
