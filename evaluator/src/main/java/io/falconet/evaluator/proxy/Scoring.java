package io.falconet.evaluator.proxy;

import io.falconet.evaluator.data.Augmentation;
import io.falconet.evaluator.data.Batch;
import io.falconet.evaluator.data.Batches;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.ImageCache;
import io.falconet.evaluator.data.NetworkInput;
import io.falconet.evaluator.data.Sample;
import io.falconet.evaluator.detect.family.DetectorFamilies;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.train.TrainingRecipe;
import io.falconet.evaluator.train.TrainingStart;
import io.falconet.space.block.Detector;
import io.falconet.space.outcome.Objective;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * Scores detectors without training them: weights as a training of that recipe and seed would start from, and the same few
 * training images for all detectors. A score follows from detector, data, recipe, number of images and seed. Takes some
 * seconds a detector on one core. Thread-safe.
 *
 * <pre>{@code
 * Scoring scoring = new Scoring(train, TrainingRecipe.SHORT, new ImageCache(64 << 20), 16, 1);
 * List<ScoreValue> values = scoring.of(detector);
 * }</pre>
 */
public final class Scoring {
    /** Fewer images do not differ. */
    public static final int FEWEST_IMAGES = 2;

    private final Dataset train;
    private final TrainingRecipe recipe;
    private final ImageCache cache;
    private final int images;
    private final long seed;

    /**
     * @param train of which images are drawn, and to which anchors are fitted
     * @param recipe that says how images are normalised, where weights start and what is minimised
     * @param cache where pixels come from
     * @param images that a detector sees; all there are where there are fewer
     * @throws IllegalArgumentException if they are fewer than {@value #FEWEST_IMAGES}
     */
    public Scoring(Dataset train, TrainingRecipe recipe, ImageCache cache, int images, long seed) {
        if (images < FEWEST_IMAGES) {
            throw new IllegalArgumentException(
                    "Scores compare what a detector makes of at least %d images, found %d. Maybe 16, which is usual."
                            .formatted(FEWEST_IMAGES, images));
        }
        this.train = train;
        this.recipe = recipe;
        this.cache = cache;
        this.images = images;
        this.seed = seed;
    }

    /** All scores: what a network costs first, which the others must beat. */
    public static List<UntrainedScore> scores() {
        return List.of(
                new NetworkCost(Objective.PARAMETERS),
                new NetworkCost(Objective.MACS),
                new Synflow(),
                new ActivationPatterns(),
                new JacobianCovariance(),
                new GradientNorm());
    }

    /**
     * All scores of a detector.
     *
     * @throws io.falconet.evaluator.data.DatasetException if no image can be read
     */
    public List<ScoreValue> of(Detector detector) {
        UntrainedDetector untrained = untrained(detector);
        List<ScoreValue> values = new ArrayList<>();
        for (UntrainedScore score : scores()) {
            long start = System.nanoTime();
            OptionalDouble value = score.of(untrained);
            values.add(new ScoreValue(score, value, Duration.ofNanos(System.nanoTime() - start)));
        }
        return values;
    }

    /**
     * One score of a detector; empty where it has none.
     *
     * @throws io.falconet.evaluator.data.DatasetException if no image can be read
     */
    public OptionalDouble of(UntrainedScore score, Detector detector) {
        return score.of(untrained(detector));
    }

    private UntrainedDetector untrained(Detector detector) {
        Batch batch = batch(TrainingStart.input(detector, recipe));
        if (DetectorFamilies.find(detector).isEmpty()) {
            Weights weights = Weights.initial(detector.network(), seed);
            return new UntrainedDetector(detector, Optional.empty(), weights, batch, recipe.everyObject());
        }
        TrainingStart start = TrainingStart.of(detector, train, recipe, seed);
        return new UntrainedDetector(
                start.family().detector(), Optional.of(start.family()), start.weights(), batch, recipe.everyObject());
    }

    /** The first images of a shuffle that can be read. */
    private Batch batch(NetworkInput input) {
        List<Sample> shuffled = new ArrayList<>(train.samples());
        Collections.shuffle(shuffled, new Random(seed));
        List<Sample> readable = new ArrayList<>();
        for (int i = 0; i < shuffled.size() && readable.size() < images; i++) {
            Dataset one = train.with(List.of(shuffled.get(i)));
            readable.addAll(cache.readable(one, input).dataset().samples());
        }
        return new Batches(train.with(readable), cache, input, images, false, Augmentation.NONE, seed).batch(0, 0);
    }
}
