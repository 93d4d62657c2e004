package io.falconet.space.search.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NormalScoresTest {
    @Test
    void aScoreIsTheQuantileOfTheRankWhateverTheValuesAre() {
        NormalScores scale = new NormalScores(new double[] {100, -5, 7});
        assertThat(scale.score(-5)).isEqualTo(-0.96742, within(1e-5));
        assertThat(scale.score(7)).isZero();
        assertThat(scale.score(100)).isEqualTo(0.96742, within(1e-5));
        assertThat(scale.score(1)).isEqualTo(-0.48371, within(1e-5));
    }

    @Test
    void equalValuesShareAScore() {
        NormalScores scale = new NormalScores(new double[] {1, 2, 2, 3});
        assertThat(scale.score(2)).isEqualTo(0, within(1e-12));
        assertThat(new NormalScores(new double[] {4, 4}).value(9)).isEqualTo(4);
    }

    @Property(tries = 100)
    void valuesComeBackFromTheirScores(
            @ForAll @Size(min = 1, max = 40) double[] values, @ForAll @DoubleRange(min = -4, max = 4) double score) {
        double[] finite = Arrays.stream(values).map(it -> Math.rint(it % 1000)).toArray();
        NormalScores scale = new NormalScores(finite);
        for (double value : finite) {
            assertThat(scale.value(scale.score(value))).isEqualTo(value, within(1e-9));
        }
        assertThat(scale.value(score + 0.1)).isGreaterThanOrEqualTo(scale.value(score));
    }
}
