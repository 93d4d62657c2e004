package io.falconet.evaluator.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The scores that compare images with each other, from given matrices. */
class KernelScoresTest {
    @Test
    void patternsScoreByTheDeterminantOfTheirAgreements() {
        assertThat(ActivationPatterns.of(new double[][] {{6, 4, 2}, {4, 6, 0}, {2, 0, 6}})
                        .orElseThrow())
                .isCloseTo(Math.log(6 * 36 - 4 * 24 + 2 * (0 - 12)), within(1e-12));
    }

    @Test
    void twoImagesOfOnePatternHaveNoScore() {
        assertThat(ActivationPatterns.of(new double[][] {{9, 9, 4}, {9, 9, 4}, {4, 4, 9}}))
                .isEmpty();
    }

    @Test
    void determinantsBeyondTheRangeOfNumbersHaveAScore() {
        double[][] agreements = new double[64][64];
        for (int i = 0; i < 64; i++) {
            agreements[i][i] = 1e7;
        }
        assertThat(ActivationPatterns.of(agreements).orElseThrow()).isCloseTo(64 * 7 * Math.log(10), within(1e-9));
    }

    @Test
    void jacobiansScoreByTheEigenvaluesOfTheirCorrelations() {
        double r = 0.25;
        assertThat(JacobianCovariance.of(new double[][] {{1, r}, {r, 1}}).orElseThrow())
                .isCloseTo(-part(1 + r) - part(1 - r), within(1e-9));
    }

    @Test
    void imagesThatAreNotAlikeScoreHighest() {
        double[][] unlike = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        double[][] alike = {{1, 0.5, 0}, {0.5, 1, 0}, {0, 0, 1}};
        double[][] same = {{1, 1, 0}, {1, 1, 0}, {0, 0, 1}};
        assertThat(JacobianCovariance.of(unlike).orElseThrow()).isCloseTo(-3 * part(1), within(1e-9));
        assertThat(JacobianCovariance.of(alike).orElseThrow())
                .isLessThan(-3 * part(1))
                .isGreaterThan(JacobianCovariance.of(same).orElseThrow());
    }

    @Test
    void rowsCorrelate() {
        double[][] correlations = JacobianCovariance.correlations(new float[] {1, 2, 4, 12, 14, 18, -1, -2, -4}, 3);
        assertThat(correlations[0]).containsExactly(new double[] {1, 1, -1}, within(1e-12));
        assertThat(correlations[2]).containsExactly(new double[] {-1, -1, 1}, within(1e-12));
    }

    @Test
    void aJacobianThatIsTheSameEverywhereHasNoScore() {
        double[][] correlations = JacobianCovariance.correlations(new float[] {1, 2, 3, 3}, 2);
        assertThat(JacobianCovariance.of(correlations)).isEmpty();
    }

    private static double part(double eigenvalue) {
        return Math.log(eigenvalue + 1e-5) + 1 / (eigenvalue + 1e-5);
    }
}
