package io.falconet.evaluator.train;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.NetworkInput;
import io.falconet.evaluator.detect.DetectorFamily;
import io.falconet.evaluator.detect.family.DetectorFamilies;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Shape;

/**
 * A detector before the first step of a training from scratch.
 *
 * @param input how it takes images
 * @param family of the detector, fitted to the data that it is to learn
 * @param weights as the seed draws them
 */
public record TrainingStart(NetworkInput input, DetectorFamily family, Weights weights) {
    /**
     * Where a training by that recipe starts.
     *
     * @param learned the images that it is to learn
     * @throws IllegalArgumentException if detectors of its family are not trained
     */
    public static TrainingStart of(Detector detector, Dataset learned, TrainingRecipe recipe, long seed) {
        NetworkInput input = input(detector, recipe);
        DetectorFamily family =
                DetectorFamilies.of(detector).fitted(TrainingBoxes.of(learned, input.width(), input.height()));
        return new TrainingStart(
                input, family, family.initial(Weights.initial(detector.network(), seed), recipe.start()));
    }

    /** How a detector takes images in such a training. */
    public static NetworkInput input(Detector detector, TrainingRecipe recipe) {
        Shape shape = detector.network().input();
        return new NetworkInput(shape.width(), shape.height(), recipe.normalisation());
    }
}
