package io.falconet.evaluator.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.study.RecipeSpec;
import org.junit.jupiter.api.Test;

class RecipesTest {
    @Test
    void everyNameStandsForARecipe() {
        assertThat(RecipeSpec.NAMES.stream().map(RecipeSpec::named).map(Recipes::of))
                .doesNotHaveDuplicates()
                .startsWith(TrainingRecipe.SHORT)
                .contains(TrainingRecipe.YOLOV5);
    }

    @Test
    void changesTakeThePlaceOfTheRecipesOwnNumbers() {
        TrainingRecipe changed = Recipes.of(
                RecipeSpec.parse("yolov5:rate=0.5,weight-decay=0.25,mosaic=0.125,copies=7,vertical-flip=0.75"));
        assertThat(changed.schedule().peak()).isEqualTo(0.5);
        assertThat(changed.optimization().weightDecay()).isEqualTo(0.25);
        assertThat(changed.augmentation())
                .isEqualTo(TrainingRecipe.YOLOV5
                        .augmentation()
                        .but()
                        .mosaic(0.125, TrainingRecipe.YOLOV5.augmentation().layout())
                        .copies(7)
                        .mirrored(0.5, 0.75)
                        .build());
        assertThat(changed.withRate(0.01).withWeightDecay(5e-4).with(TrainingRecipe.YOLOV5.augmentation()))
                .isEqualTo(TrainingRecipe.YOLOV5);
    }

    @Test
    void theVersionTellsRecipesApart() {
        assertThat(RecipeSpec.NAMES.stream().map(RecipeSpec::named).map(Recipes::version))
                .doesNotHaveDuplicates();
        assertThat(Recipes.version(RecipeSpec.parse("short:rate=0.01")))
                .startsWith("short:rate=0.01 (")
                .isEqualTo(Recipes.version(RecipeSpec.parse("short:rate=1e-2")))
                .isNotEqualTo(Recipes.version(RecipeSpec.USUAL));
    }
}
