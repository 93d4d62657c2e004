package io.falconet.evaluator.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NonMaximumSuppressionTest {
    private static final ScoredBox BEST = new ScoredBox(0, 0.9f, new Box(0, 0, 10, 10));
    private static final ScoredBox OVERLAPPING = new ScoredBox(0, 0.8f, new Box(0, 0, 10, 9));
    private static final ScoredBox OTHER_CLASS = new ScoredBox(1, 0.7f, new Box(0, 0, 10, 10));
    private static final ScoredBox APART = new ScoredBox(0, 0.6f, new Box(20, 0, 30, 10));

    @Test
    void keepsTheBestOfOverlappingBoxesOfAClass() {
        assertThat(NonMaximumSuppression.STANDARD.apply(List.of(APART, OVERLAPPING, OTHER_CLASS, BEST)))
                .containsExactly(BEST, OTHER_CLASS, APART);
    }

    @Test
    void classesAreRivalsWhereAskedFor() {
        assertThat(new NonMaximumSuppression(0.6, 100, true).apply(List.of(APART, OVERLAPPING, OTHER_CLASS, BEST)))
                .containsExactly(BEST, APART);
    }

    @Test
    void keepsNoMoreThanAsked() {
        assertThat(new NonMaximumSuppression(0.6, 2).apply(List.of(APART, OVERLAPPING, OTHER_CLASS, BEST)))
                .containsExactly(BEST, OTHER_CLASS);
    }
}
