package io.falconet.evaluator.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogisticTest {
    @Test
    void agreesWithMathToNineDigits() {
        for (double x = -90; x <= 90; x += 0.0137) {
            double softplus = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
            double sigmoid = Math.exp(Math.min(x, 0)) / (1 + Math.exp(-Math.abs(x)));
            assertThat(Logistic.softplus(x)).isCloseTo(softplus, within(1e-9 * softplus));
            assertThat(Logistic.sigmoid(x)).isCloseTo(sigmoid, within(1e-9 * sigmoid));
        }
    }

    @Test
    void farOutItEndsAndStaysANumber() {
        assertThat(Logistic.sigmoid(1e30)).isEqualTo(1);
        assertThat((float) Logistic.sigmoid(-1e30)).isZero();
        assertThat(Logistic.softplus(1e30)).isEqualTo(1e30);
        assertThat((float) Logistic.softplus(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Logistic.softplus(0)).isCloseTo(Math.log(2), within(1e-9));
    }

    @Test
    void whatIsNoNumberStaysNone() {
        assertThat(Logistic.sigmoid(Double.NaN)).isNaN();
        assertThat(Logistic.softplus(Double.NaN)).isNaN();
    }
}
