package io.falconet.evaluator.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.data.Augmentation;
import org.junit.jupiter.api.Test;

class TrainingRecipeTest {
    private static final TrainingRecipe RECIPE =
            new TrainingRecipe(1e-3, 0.05, 0.1, 0.05, 35, 0, Augmentation.NONE, false);

    @Test
    void learningRateRisesThenFallsToItsShare() {
        assertThat(RECIPE.learningRate(0, 100)).isCloseTo(1e-4, within(1e-9));
        assertThat(RECIPE.learningRate(9, 100)).isCloseTo(1e-3, within(1e-9));
        assertThat(RECIPE.learningRate(10, 100)).isCloseTo(1e-3, within(1e-9));
        assertThat(RECIPE.learningRate(55, 100)).isCloseTo(1e-3 * 0.525, within(1e-9));
        assertThat(RECIPE.learningRate(100, 100)).isCloseTo(5e-5, within(1e-9));
    }

    @Test
    void oneStepIsEnough() {
        assertThat(RECIPE.learningRate(0, 1)).isPositive();
    }

    @Test
    void impossibleRecipesAreRefused() {
        assertThatThrownBy(() -> new TrainingRecipe(0, 0, 0, 0, 1, 0, Augmentation.NONE, false))
                .hasMessageContaining("learning rate over 0");
    }
}
