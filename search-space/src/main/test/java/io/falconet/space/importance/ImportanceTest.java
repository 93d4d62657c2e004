package io.falconet.space.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ImportanceTest {
    private static final int[] OPTIONS = {2, 2, 5, 3};

    private static Importance of(int observations, ToDoubleFunction<int[]> quantity) {
        Random random = new Random(5);
        int[][] taken = new int[observations][OPTIONS.length];
        double[] values = new double[observations];
        for (int i = 0; i < observations; i++) {
            for (int decision = 0; decision < OPTIONS.length; decision++) {
                taken[i][decision] = random.nextInt(OPTIONS[decision]);
            }
            values[i] = quantity.applyAsDouble(taken[i]);
        }
        return Importance.of(new Observations(OPTIONS, taken, values), 1);
    }

    /** Variances 9/4, 1/4 and, of 0 to 4, 2: of 4.5 in all. */
    @Test
    void aSumIsSharedAsItsVariancesAre() {
        Importance importance = of(2000, it -> 3 * it[0] + it[1] + it[2]);
        double[] shares = {2.25 / 4.5, 0.25 / 4.5, 2 / 4.5, 0};
        for (int decision = 0; decision < shares.length; decision++) {
            assertThat(importance.effects().get(decision).main()).isCloseTo(shares[decision], within(0.03));
            assertThat(importance.effects().get(decision).total()).isCloseTo(shares[decision], within(0.03));
        }
        assertThat(importance.fit()).isGreaterThan(0.95);
        assertThat(importance.observations()).isEqualTo(2000);
    }

    @Test
    void whatMattersTogetherAloneHasNoMainEffect() {
        Importance importance = of(2000, it -> it[0] ^ it[1]);
        for (int decision = 0; decision < 2; decision++) {
            assertThat(importance.effects().get(decision).main()).isLessThan(0.03);
            assertThat(importance.effects().get(decision).total()).isGreaterThan(0.9);
        }
        assertThat(importance.effects().get(2).total()).isLessThan(0.05);
    }

    @Test
    void noiseIsForetoldByNothing() {
        Random noise = new Random(3);
        assertThat(of(500, it -> noise.nextGaussian()).fit()).isLessThan(0.2);
    }

    @Test
    void whatNeverVariesHasNoCause() {
        Importance importance = of(100, it -> 7);
        assertThat(importance.fit()).isNaN();
        assertThat(importance.effects()).hasSize(4).allMatch(effect -> effect.main() == 0 && effect.total() == 0);
    }

    @Test
    void theSameObservationsGiveTheSame() {
        assertThat(of(200, it -> it[2] * it[3])).isEqualTo(of(200, it -> it[2] * it[3]));
    }

    @Test
    void optionsBeyondTheDecisionAreRefused() {
        assertThatThrownBy(() -> new Observations(new int[] {2}, new int[][] {{2}}, new double[] {1}))
                .hasMessageContaining("found [2]");
        assertThatThrownBy(() -> new Observations(new int[] {2}, new int[][] {{1}}, new double[] {Double.NaN}))
                .hasMessageContaining("NaN");
    }
}
