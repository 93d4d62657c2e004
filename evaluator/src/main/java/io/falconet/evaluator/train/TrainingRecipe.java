package io.falconet.evaluator.train;

import io.falconet.evaluator.data.Augmentation;
import io.falconet.evaluator.data.Normalisation;
import io.falconet.evaluator.detect.Start;
import io.falconet.evaluator.train.optimize.Averaging;
import io.falconet.evaluator.train.optimize.Fall;
import io.falconet.evaluator.train.optimize.LearningSchedule;
import io.falconet.evaluator.train.optimize.LearningSchedule.Pace;
import io.falconet.evaluator.train.optimize.Optimization;
import io.falconet.evaluator.train.optimize.WarmUp;
import java.util.List;

/**
 * How a detector is trained, apart from for how long.
 *
 * @param normalisation of what the network sees, in training and for good
 * @param start from which weights
 * @param optimization how weights move
 * @param schedule how large the steps are
 * @param batch that the schedule was made for
 * @param clipNorm longest gradient, over all values; longer ones are shortened
 * @param averaging of the weights that are the result
 * @param augmentation of training images
 * @param everyObject whether objects that the family's rule gives to no cell, mostly very small ones, get one
 */
public record TrainingRecipe(
        Normalisation normalisation,
        Start start,
        Optimization optimization,
        LearningSchedule schedule,
        NominalBatch batch,
        double clipNorm,
        Averaging averaging,
        Augmentation augmentation,
        boolean everyObject) {
    /** Too few passes over the data to learn from more variety than this. */
    private static final Augmentation MIRRORED =
            Augmentation.builder().mirrored(0.5, 0).build();

    /**
     * For trainings from scratch of a hundred to some hundred steps. The learning rate is twenty times what long trainings
     * use and decides most of what such a training reaches; it rises for a third of the way (Smith and Topin, 2018).
     */
    public static final TrainingRecipe SHORT = new TrainingRecipe(
            Normalisation.IMAGENET,
            Start.EVEN,
            Optimization.adamW(0.05),
            new LearningSchedule(2e-2, WarmUp.of(0.3), new Fall.Cosine(0.05), Pace.EACH_STEP),
            NominalBatch.ANY,
            35,
            Averaging.NONE,
            MIRRORED,
            true);

    /**
     * NanoDet-m's, of 280 epochs on COCO. The published images are also stretched in saturation from 0.5 to 1.2; here as
     * far either way.
     */
    public static final TrainingRecipe NANODET_M = new TrainingRecipe(
            Normalisation.IMAGENET,
            Start.AUTHORS,
            new Optimization(Optimization.Method.SGD, 0.9, 1e-4),
            new LearningSchedule(
                    0.14,
                    new WarmUp(0, 0, 300, 0.1, 0.1, 1),
                    new Fall.Steps(List.of(240 / 280.0, 260 / 280.0, 275 / 280.0), 0.1),
                    Pace.EACH_EPOCH),
            new NominalBatch(192, NominalBatch.Way.SCALE_RATE, false),
            Double.POSITIVE_INFINITY,
            Averaging.NONE,
            Augmentation.builder()
                    .mirrored(0.5, 0)
                    .scaled(0.6, 1.4)
                    .translate(0.2)
                    .brightness(0.2)
                    .contrast(0.4)
                    .saturation(0.35)
                    .chance(0.5)
                    .keeping(0, 1)
                    .build(),
            false);

    /** NanoDet-Plus's optimiser and schedule, of 300 epochs on COCO, for all detectors of generalised focal loss. */
    public static final TrainingRecipe NANODET_PLUS = new TrainingRecipe(
            Normalisation.IMAGENET,
            Start.AUTHORS,
            Optimization.adamW(0.05),
            new LearningSchedule(1e-3, new WarmUp(0, 0, 500, 1e-4, 1e-4, 1), new Fall.Cosine(0.05), Pace.EACH_EPOCH),
            NominalBatch.ANY,
            35,
            new Averaging(0.9998, 2000),
            NANODET_M.augmentation,
            false);

    /**
     * YOLOv5's, of 300 epochs on COCO (release 7.0), with a step for every batch: on few images, the gradients of four
     * batches for a step, as the authors have it, leave too few steps.
     */
    public static final TrainingRecipe YOLOV5 = new TrainingRecipe(
            Normalisation.UNIT,
            Start.AUTHORS,
            new Optimization(Optimization.Method.NESTEROV, 0.937, 5e-4),
            new LearningSchedule(
                    1e-2, new WarmUp(0, 3, 100, 0, 10, 0.8 / 0.937), new Fall.Linear(0.01), Pace.EACH_EPOCH),
            new NominalBatch(0, NominalBatch.Way.SCALE_RATE, true),
            10,
            new Averaging(0.9999, 2000),
            Augmentation.builder()
                    .mirrored(0.5, 0)
                    .scaled(0.5, 1.5)
                    .translate(0.1)
                    .saturation(0.7)
                    .hue(5.4)
                    .value(0.4)
                    .clipped(true)
                    .mosaic(1, Augmentation.Layout.WHOLE)
                    .keeping(0.1, 2)
                    .build(),
            false);

    /** The same with a step for 64 images. */
    public static final TrainingRecipe YOLOV5_ACCUMULATED =
            YOLOV5.with(new NominalBatch(64, NominalBatch.Way.ACCUMULATE, true));

    public TrainingRecipe {
        if (!(clipNorm > 0)) {
            throw new IllegalArgumentException(
                    "A longest gradient over 0 was expected, found %s. Maybe infinity, which shortens none."
                            .formatted(clipNorm));
        }
    }

    /** The same with other augmentation. */
    public TrainingRecipe with(Augmentation other) {
        return new TrainingRecipe(
                normalisation, start, optimization, schedule, batch, clipNorm, averaging, other, everyObject);
    }

    /** The same with another highest learning rate. */
    public TrainingRecipe withRate(double rate) {
        return new TrainingRecipe(
                normalisation,
                start,
                optimization,
                schedule.withPeak(rate),
                batch,
                clipNorm,
                averaging,
                augmentation,
                everyObject);
    }

    /** The same with another weight decay. */
    public TrainingRecipe withWeightDecay(double decay) {
        Optimization other = new Optimization(optimization.method(), optimization.momentum(), decay);
        return new TrainingRecipe(
                normalisation, start, other, schedule, batch, clipNorm, averaging, augmentation, everyObject);
    }

    /** The same, made for another batch. */
    public TrainingRecipe with(NominalBatch other) {
        return new TrainingRecipe(
                normalisation, start, optimization, schedule, other, clipNorm, averaging, augmentation, everyObject);
    }
}
