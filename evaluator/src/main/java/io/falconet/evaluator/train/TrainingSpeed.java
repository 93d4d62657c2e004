package io.falconet.evaluator.train;

import io.falconet.evaluator.data.CocoReader;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.ImageCache;
import io.falconet.evaluator.synthetic.SyntheticDataset;
import io.falconet.latency.measure.ComputeGate;
import io.falconet.space.block.Detector;
import io.falconet.space.outcome.Fidelity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Finds out how fast detectors are trained on this machine, by training them for some steps: real batches, loss and
 * optimiser, on drawn images that stay in memory.
 *
 * @param recipe by which they are trained
 * @param batch images a step
 * @param steps to train for
 * @param threads that compute; one more makes the batches
 */
public record TrainingSpeed(TrainingRecipe recipe, int batch, int steps, int threads) {
    /** Steps before anything is timed: the JVM compiles and PyTorch chooses its kernels. */
    static final int WARM_UP = 10;

    private static final int BATCHES_AN_EPOCH = 8;
    private static final long IMAGE_BYTES = 1L << 30;
    private static final long SEED = 1;

    public TrainingSpeed {
        if (batch < 1 || steps <= WARM_UP) {
            throw new IllegalArgumentException(
                    "At least 1 image a step and more than %d steps were expected, found %d and %d. Maybe 16 and 60."
                            .formatted(WARM_UP, batch, steps));
        }
    }

    /**
     * Trains a detector, and forgets it.
     *
     * @throws IllegalArgumentException if detectors of its family are not trained
     * @throws InterruptedException if the thread is interrupted
     * @throws UncheckedIOException if the images cannot be written to the folder of temporary files
     */
    public TrainingPace of(Detector detector) throws InterruptedException {
        StopWatch watch = new StopWatch();
        try {
            Path folder = Files.createTempDirectory("falconet-training-speed");
            try {
                Dataset images = draw(folder);
                Trainer trainer = new Trainer(new ImageCache(IMAGE_BYTES), new ComputeGate(), threads);
                int epochs = (steps + BATCHES_AN_EPOCH - 1) / BATCHES_AN_EPOCH;
                trainer.train(detector, images, recipe, new Fidelity(epochs, 0, batch), SEED, watch);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return watch.pace(batch);
    }

    private Dataset draw(Path folder) throws IOException {
        SyntheticDataset.Location files =
                new SyntheticDataset(BATCHES_AN_EPOCH * batch, 1, SEED).write(folder, done -> {});
        return CocoReader.read(files.train(), files.images()).dataset();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
