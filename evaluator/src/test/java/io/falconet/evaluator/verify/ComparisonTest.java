package io.falconet.evaluator.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void toleranceIsTenfoldOwnDeviationButAtLeastAShareOfTheScale() {
        double[] expected = {1, -200};
        assertThat(compare(expected, 1e-3).tolerance()).isCloseTo(1e-2, within(1e-12));
        assertThat(compare(expected, 1e-6).tolerance()).isCloseTo(2e-3, within(1e-12));
        assertThat(compare(expected, 0, 1.0019, -200).passed()).isTrue();
        assertThat(compare(expected, 0, 1.0021, -200).passed()).isFalse();
        assertThat(compare(expected, 0, 1.0019, -200).deviation()).isCloseTo(0.0019, within(1e-12));
    }

    @Test
    void whatIsNoNumberOrOfOtherLengthFails() {
        assertThat(compare(new double[] {1, 2}, 1, Double.NaN, 2).passed()).isFalse();
        assertThat(compare(new double[] {1, 2}, 1, 1).problem()).contains("Expected 2 entries, found 1.");
    }

    private static Verdict compare(double[] expected, double own, double... found) {
        return Comparison.within("vector", "part", expected, found.length == 0 ? expected : found, own);
    }

    @Test
    void wholeNumbersAreComparedExactly() {
        Verdict verdict = Comparison.exact("vector", "part", new int[] {1, 2, 3}, new int[] {1, 5, 4});
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.deviation()).isEqualTo(2);
        assertThat(verdict.problem()).contains("Entry 1: expected 2, found 5.");
        assertThat(Comparison.exact("vector", "part", new int[] {7}, new int[] {7})
                        .passed())
                .isTrue();
    }

    @Test
    void fillRuleGivesTheValuesOfItsDescription() {
        assertThat(FillRule.input(1000003, 3))
                .containsExactly(-0.33216655254364014f, -0.02100670337677002f, 0.3104511499404907f);
    }
}
