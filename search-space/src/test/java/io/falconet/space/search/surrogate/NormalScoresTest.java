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
        assertThat(new NormalScores(new double[] {4, 4}).score(9)).isZero();
    }

    @Property(tries = 100)
    void aLargerValueHasNoSmallerScore(
            @ForAll @Size(min = 1, max = 40) double[] values,
            @ForAll @DoubleRange(min = -2_000, max = 2_000) double value,
            @ForAll @DoubleRange(min = 0, max = 100) double more) {
        double[] finite = Arrays.stream(values).map(it -> Math.rint(it % 1000)).toArray();
        NormalScores scale = new NormalScores(finite);
        assertThat(scale.score(value + more)).isGreaterThanOrEqualTo(scale.score(value) - 1e-9);
    }
}
