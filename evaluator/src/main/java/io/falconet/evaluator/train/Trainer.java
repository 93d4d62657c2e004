package io.falconet.evaluator.train;

import io.falconet.evaluator.data.Batch;
import io.falconet.evaluator.data.Batches;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.ImageCache;
import io.falconet.evaluator.data.NetworkInput;
import io.falconet.evaluator.data.Sample;
import io.falconet.evaluator.detect.DetectorFamily;
import io.falconet.evaluator.engine.Processor;
import io.falconet.evaluator.engine.TorchNetwork;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.train.optimize.StepSize;
import io.falconet.latency.measure.ComputeGate;
import io.falconet.space.block.Detector;
import io.falconet.space.outcome.EpochRecord;
import io.falconet.space.outcome.Fidelity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Trains detectors, from scratch or from one that was trained before. What comes out follows from that, detector, data,
 * recipe, fidelity, seed and the number of threads alone, bit for bit on one kind of CPU, whatever else the JVM does; on a GPU
 * sums are not always taken in the same order. Thread-safe.
 */
public final class Trainer {
    private static final int SUBSET_SEED = 1;

    private final ImageCache images;
    private final ComputeGate gate;
    private final int threads;
    private final Processor processor;
    private final Optional<Pretrained> before;
    private final Optional<byte[]> begun;

    /** Trains each detector on one core. */
    public Trainer(ImageCache images, ComputeGate gate) {
        this(images, gate, 1);
    }

    /**
     * @param images where pixels come from
     * @param gate that each step passes through
     * @param threads that compute a training; one more makes its batches
     */
    public Trainer(ImageCache images, ComputeGate gate, int threads) {
        this(images, gate, threads, Processor.CPU, Optional.empty(), Optional.empty());
    }

    private Trainer(
            ImageCache images,
            ComputeGate gate,
            int threads,
            Processor processor,
            Optional<Pretrained> before,
            Optional<byte[]> begun) {
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "A training needs at least one thread, found %d. Maybe 1, or as many as there are cores."
                            .formatted(threads));
        }
        this.threads = threads;
        this.processor = processor;
        this.images = images;
        this.gate = gate;
        this.before = before;
        this.begun = begun;
    }

    /**
     * The trainer whose networks compute elsewhere; losses and steps are the CPU's.
     *
     * @param threadsThere of the CPU
     */
    public Trainer on(Processor other, int threadsThere) {
        return new Trainer(images, gate, threadsThere, other, before, begun);
    }

    /** The trainer that goes on from a detector instead of random weights. */
    public Trainer from(Pretrained trained) {
        return new Trainer(images, gate, threads, processor, Optional.of(trained), begun);
    }

    /**
     * The trainer that need not do again what was done before.
     *
     * @param checkpoint that a {@linkplain TrainingResult#checkpoint() training} left; one of another training, or damaged,
     *     is left aside: what comes out is the same with it and without it
     */
    public Trainer after(byte[] checkpoint) {
        return new Trainer(images, gate, threads, processor, before, Optional.of(checkpoint));
    }

    /** Trains a detector, and keeps nothing of a training that is stopped. */
    public TrainingResult train(
            Detector detector,
            Dataset train,
            TrainingRecipe recipe,
            Fidelity fidelity,
            long seed,
            TrainingListener listener)
            throws InterruptedException {
        return train(detector, train, recipe, fidelity, seed, listener, Checkpoints.NONE);
    }

    /**
     * Trains a detector, from where its checkpoint stands if there is one. What a training of 2 of 8 epochs gives is what one
     * of 8 has after 2.
     *
     * @throws DivergedException if the loss is no longer finite
     * @throws HopelessException if it does not fall
     * @throws IllegalArgumentException if detectors of its family are not trained, or the checkpoint is of another training
     * @throws io.falconet.evaluator.data.DatasetException if no image can be read
     * @throws InterruptedException if the thread is interrupted; it stops after the step under way
     */
    public TrainingResult train(
            Detector asked,
            Dataset train,
            TrainingRecipe recipe,
            Fidelity fidelity,
            long seed,
            TrainingListener listener,
            Checkpoints checkpoints)
            throws InterruptedException {
        Detector detector = before.map(trained -> trained.of(asked)).orElse(asked);
        Dataset learned = subset(train, fidelity.images());
        TrainingStart first = TrainingStart.of(detector, learned, recipe, seed);
        NetworkInput input = first.input();
        DetectorFamily family = first.family();
        Batches batches = new Batches(
                learned, images, input, fidelity.batch(), recipe.batch().remainder(), recipe.augmentation(), seed);
        Weights random = first.weights();
        Weights initial =
                before.map(trained -> random.with(trained.fitting(random))).orElse(random);
        try (TorchNetwork network = new TorchNetwork(detector.network(), initial, threads, processor)) {
            TrainingStep step = new TrainingStep(network, family.loss(recipe.everyObject()), recipe);
            String name = name(family.detector(), learned, recipe, fidelity, seed);
            List<EpochRecord> curve = new ArrayList<>(resume(checkpoints, name, fidelity.epochs(), step));
            if (!curve.isEmpty()) {
                listener.goesOn(curve.size());
            }
            int end = fidelity.epochs() * batches.count();
            StepPlan plan =
                    new StepPlan(recipe, fidelity.batch(), batches.count(), fidelity.schedule() * batches.count());
            long start = System.nanoTime();
            try (BatchFeed feed = new BatchFeed(batches, gate, curve.size() * batches.count(), end)) {
                for (int epoch = curve.size(); epoch < fidelity.epochs(); epoch++) {
                    curve.add(epoch(step, feed, plan, epoch, end, listener));
                    checkpoints.keep(new Checkpoint(name, step.state(), curve));
                    listener.epochDone(curve.get(epoch));
                    if (before.isEmpty()) {
                        HopelessException.check(curve, fidelity.schedule());
                    }
                }
                listener.done(new TrainingTime(Duration.ofNanos(System.nanoTime() - start), feed.waited()));
            }
            Optional<byte[]> checkpoint = fidelity.epochs() < fidelity.schedule()
                    ? Optional.of(new Checkpoint(name, step.state(), curve).bytes())
                    : Optional.empty();
            step.finish();
            return new TrainingResult(family.detector(), input, network.weights(), curve, batches.faults(), checkpoint);
        }
    }

    /** All that the weights follow from, in words, but for how many epochs of it are done. */
    private String name(Detector detector, Dataset learned, TrainingRecipe recipe, Fidelity fidelity, long seed) {
        String further =
                before.map(trained -> ", from weights " + trained.sha256()).orElse("");
        String elsewhere = processor.version().map(version -> ", on " + version).orElse("");
        return "network %s, %s, %d images of data %s, %s, seed %d, %d threads, %s%s%s"
                .formatted(
                        detector.network().id(),
                        detector.format(),
                        learned.samples().size(),
                        learned.fingerprint(),
                        fidelity.whole().text(),
                        seed,
                        threads,
                        recipe,
                        further,
                        elsewhere);
    }

    private List<EpochRecord> resume(Checkpoints checkpoints, String name, int epochs, TrainingStep step) {
        Optional<Checkpoint> found = checkpoints.find(name).or(() -> begun.flatMap(Checkpoint::of)
                .filter(checkpoint ->
                        checkpoint.training().equals(name) && checkpoint.curve().size() <= epochs));
        found.ifPresent(checkpoint -> step.restore(checkpoint.state()));
        return found.map(Checkpoint::curve).orElse(List.of());
    }

    private EpochRecord epoch(
            TrainingStep step, BatchFeed feed, StepPlan plan, int epoch, int end, TrainingListener listener)
            throws InterruptedException {
        long start = System.nanoTime();
        double sum = 0;
        double rate = 0;
        for (int i = 0; i < plan.perEpoch(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("The training was stopped.");
            }
            int done = epoch * plan.perEpoch() + i;
            StepSize size = plan.size(done);
            Batch batch = feed.take();
            double loss = gate.compute(() -> step.run(batch, size, plan.passes(done)));
            if (!Double.isFinite(loss)) {
                throw new DivergedException(epoch + 1, done + 1, loss);
            }
            sum += loss;
            rate = size.rate();
            listener.stepDone(epoch + 1, done + 1, end, loss);
        }
        return new EpochRecord(epoch + 1, sum / plan.perEpoch(), rate, (System.nanoTime() - start) / 1e9);
    }

    /** The first samples of a shuffle that is always the same, so that a smaller fidelity sees a part of a larger one. */
    private static Dataset subset(Dataset dataset, int size) {
        if (size == 0 || size >= dataset.samples().size()) {
            return dataset;
        }
        List<Sample> shuffled = new ArrayList<>(dataset.samples());
        Collections.shuffle(shuffled, new Random(SUBSET_SEED));
        return dataset.with(shuffled.subList(0, size), dataset.fingerprint());
    }
}
