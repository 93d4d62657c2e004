package io.falconet.evaluator.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The recipes that have a name. */
public final class Recipes {
    /** By name, the default first. */
    public static final Map<String, TrainingRecipe> ALL = all();

    private Recipes() {}

    private static Map<String, TrainingRecipe> all() {
        Map<String, TrainingRecipe> recipes = new LinkedHashMap<>();
        recipes.put("short", TrainingRecipe.SHORT);
        recipes.put("nanodet-m", TrainingRecipe.NANODET_M);
        recipes.put("nanodet-plus", TrainingRecipe.NANODET_PLUS);
        recipes.put("yolov5", TrainingRecipe.YOLOV5);
        recipes.put("yolov5-accumulated", TrainingRecipe.YOLOV5_ACCUMULATED);
        return Collections.unmodifiableMap(recipes);
    }

    /**
     * The recipe of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TrainingRecipe named(String name) {
        TrainingRecipe recipe = ALL.get(name);
        if (recipe == null) {
            throw new IllegalArgumentException("A recipe of %s was expected, found %s. Maybe short, which suits all."
                    .formatted(String.join(", ", ALL.keySet()), name));
        }
        return recipe;
    }
}
