package io.falconet.evaluator.train;

import io.falconet.evaluator.data.Augmentation;
import io.falconet.space.study.RecipeChange;
import io.falconet.space.study.RecipeSpec;

/** What the recipes that studies name stand for. */
public final class Recipes {
    private Recipes() {}

    /** The recipe of a study: the one that it names, with what it changes. */
    public static TrainingRecipe of(RecipeSpec spec) {
        TrainingRecipe recipe = named(spec.name());
        Augmentation.Builder augmentation = recipe.augmentation().but();
        spec.changed(RecipeChange.MOSAIC)
                .ifPresent(share ->
                        augmentation.mosaic(share, recipe.augmentation().layout()));
        spec.changed(RecipeChange.COPIES).ifPresent(most -> augmentation.copies(most.intValue()));
        spec.changed(RecipeChange.VERTICAL_FLIP)
                .ifPresent(share -> augmentation.mirrored(recipe.augmentation().horizontalFlip(), share));
        return recipe.with(augmentation.build())
                .withRate(
                        spec.changed(RecipeChange.RATE).orElse(recipe.schedule().peak()))
                .withWeightDecay(spec.changed(RecipeChange.WEIGHT_DECAY)
                        .orElse(recipe.optimization().weightDecay()));
    }

    private static TrainingRecipe named(String name) {
        return switch (name) {
            case "short" -> TrainingRecipe.SHORT;
            case "nanodet-m" -> TrainingRecipe.NANODET_M;
            case "nanodet-plus" -> TrainingRecipe.NANODET_PLUS;
            case "yolov5" -> TrainingRecipe.YOLOV5;
            case "yolov5-accumulated" -> TrainingRecipe.YOLOV5_ACCUMULATED;
            default -> throw new IllegalArgumentException("Nobody has written down the recipe " + name + ".");
        };
    }

    /**
     * A recipe's text and a digest of all that it stands for: equal only where trainings are alike. Trials are taken from
     * other studies by it.
     */
    public static String version(RecipeSpec spec) {
        return "%s (%08x)".formatted(spec.text(), of(spec).toString().hashCode());
    }
}
