package io.falconet.evaluator.detect.gfl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BackgroundFocalTest {
    /** More than one block and not a whole number of them. */
    private static final int COUNT = 1300;

    private static final int BEFORE = 3;
    private static final float SCALE = 0.125f;

    @Test
    void isWhatTheLogitsOneByOneGive() {
        float[] logits = new float[BEFORE + COUNT + 2];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (i - logits.length / 2) / 20f;
        }
        float[] expected = new float[logits.length];
        double sum = 0;
        for (int at = BEFORE; at < BEFORE + COUNT; at++) {
            sum += QualityFocal.background(logits[at], expected, at, SCALE);
        }

        float[] gradient = new float[logits.length];
        double found = new BackgroundFocal().sum(logits, gradient, BEFORE, BEFORE + COUNT, SCALE);

        assertThat(found).isCloseTo(sum, within(1e-6 * sum));
        for (int at = 0; at < logits.length; at++) {
            assertThat(gradient[at])
                    .as("at %s", logits[at])
                    .isCloseTo(expected[at], within(2e-5f * expected[at] + 1e-38f));
        }
    }

    @Test
    void endlessLogitsHaveTheirLimits() {
        float[] gradient = new float[2];
        double loss = new BackgroundFocal()
                .sum(new float[] {Float.NEGATIVE_INFINITY, -Float.MAX_VALUE}, gradient, 0, 2, SCALE);
        assertThat(loss).isCloseTo(0, within(1e-30));
        assertThat(gradient[0]).isCloseTo(0, within(1e-30f));
        assertThat(sumOf(Float.POSITIVE_INFINITY)).isInfinite();
        assertThat(sumOf(Float.MAX_VALUE)).isEqualTo(Float.MAX_VALUE);
    }

    @Test
    void oneThatIsNoNumberMakesTheSumNone() {
        assertThat(sumOf(Float.NaN)).isNaN();
    }

    private static double sumOf(float logit) {
        float[] logits = new float[10];
        Arrays.fill(logits, -40);
        logits[4] = logit;
        return new BackgroundFocal().sum(logits, new float[10], 0, 10, SCALE);
    }
}
