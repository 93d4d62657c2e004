package io.falconet.cluster.cli.score;

import io.falconet.cluster.cli.data.NamedData;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.evaluator.data.CocoReader;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.ImageCache;
import io.falconet.evaluator.data.Reading;
import io.falconet.evaluator.data.source.LabelledData;
import io.falconet.evaluator.proxy.Scoring;
import io.falconet.evaluator.train.Recipes;
import io.falconet.evaluator.train.TrainingRecipe;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.StudySpec;
import java.nio.file.Path;
import java.util.Optional;

/**
 * On what models are scored without training them.
 *
 * @param train training images, of which few are looked at
 * @param recipe by which the models would be trained
 */
record ScoringData(Dataset train, TrainingRecipe recipe) {
    /** The training part of data, and the recipe of the study that names them, if one does. */
    static ScoringData of(NamedData named, Console console) {
        return of(named.data(), named.study().map(StudySpec::recipe).orElse(RecipeSpec.USUAL), console);
    }

    /** The same for a study's data and recipe. */
    static ScoringData of(StudySpec.DataSpec data, RecipeSpec recipe, Console console) {
        Reading reading = data.path().isEmpty()
                ? CocoReader.read(Path.of(data.train()), Path.of(data.images()))
                : LabelledData.read(Path.of(data.path()), Optional.empty(), Optional.empty())
                        .training()
                        .reading();
        reading.summary().lines().forEach(console::pass);
        return new ScoringData(reading.dataset(), Recipes.of(recipe));
    }

    /** How many kinds of object there are. */
    int classes() {
        return train.classes().size();
    }

    /** Scores detectors on these data. */
    Scoring scoring(int images, long seed) {
        return new Scoring(train, recipe, new ImageCache(Runtime.getRuntime().maxMemory() / 8), images, seed);
    }
}
