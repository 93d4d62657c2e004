package io.falconet.evaluator.data;

import io.falconet.evaluator.data.augment.CopyPaste;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Deals a data set in batches of augmented, normalised images. What a batch holds follows from (seed, epoch, position)
 * alone, never from timing. Samples whose images cannot be decoded are left out. Not thread-safe: one a training.
 *
 * <p>Every epoch is shuffled anew; what does not fill the last batch makes a smaller one, or is left to the next shuffle.
 * With fewer samples than a batch holds, the one batch has all of them.
 */
public final class Batches {
    private static final int WHITE = 255;

    private final List<Sample> samples;
    private final List<Fault> faults;
    private final ImageCache images;
    private final NetworkInput input;
    private final int batchSize;
    private final boolean remainder;
    private final Augmentation augmentation;
    private final long seed;
    private final Painter painter;
    private final CopyPaste copies;
    /** Two by turns, so that one batch can be made while the other is learned. */
    private final float[][] buffers = new float[2][0];

    private int turn;

    /**
     * @param input how the network takes images
     * @param remainder whether what does not fill an epoch's last batch makes a smaller one
     * @throws DatasetException where no image can be decoded
     */
    public Batches(
            Dataset dataset,
            ImageCache images,
            NetworkInput input,
            int batchSize,
            boolean remainder,
            Augmentation augmentation,
            long seed) {
        Reading readable = images.readable(dataset, input);
        this.samples = readable.dataset().samples();
        this.faults = readable.faults();
        this.images = images;
        this.input = input;
        this.augmentation = augmentation;
        this.seed = seed;
        this.painter = new Painter(input.width(), input.height());
        this.copies = new CopyPaste(input.width(), input.height(), augmentation.copies());
        if (samples.isEmpty()) {
            throw new DatasetException(
                    "At least one image that can be decoded was expected, found none of %d.%nMaybe the images' folder is another one."
                            .formatted(dataset.samples().size()));
        }
        this.batchSize = Math.min(batchSize, samples.size());
        this.remainder = remainder;
    }

    /** Batches an epoch. */
    public int count() {
        int full = samples.size() / batchSize;
        return remainder && full * batchSize < samples.size() ? full + 1 : full;
    }

    /** Samples left out because their images cannot be decoded. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * One batch.
     *
     * @param epoch from 0
     * @param index from 0 to {@link #count()} - 1
     */
    public Batch batch(int epoch, int index) {
        int plane = 3 * input.width() * input.height();
        turn = 1 - turn;
        if (buffers[turn].length == 0) {
            buffers[turn] = new float[batchSize * plane];
        }
        float[] buffer = buffers[turn];
        int[] order = order(epoch);
        int size = Math.min(batchSize, samples.size() - index * batchSize);
        List<Sample> dealt = new ArrayList<>();
        List<List<float[]>> boxes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int position = order[index * batchSize + i];
            dealt.add(samples.get(position));
            boxes.add(compose(position, random(epoch, position), buffer, i * plane));
        }
        return new Batch(size, buffer, boxes, dealt);
    }

    /** Paints one canvas and tells its boxes. */
    private List<float[]> compose(int position, RandomGenerator random, float[] buffer, int offset) {
        Composition composition =
                Composition.draw(samples.get(position), samples, input.width(), input.height(), augmentation, random);
        ColorShift colors = ColorShift.draw(
                augmentation, input.normalisation(), augmentation.clipped() ? brightest(composition) : WHITE, random);
        List<float[]> boxes = new ArrayList<>();
        painter.clear(input.normalisation(), buffer, offset);
        for (Composition.Part part : composition.parts()) {
            painter.paint(images.pixels(part.sample(), input), part.placement(), colors, buffer, offset);
            for (GroundTruth object : part.sample().objects()) {
                if (!object.crowd()) {
                    part.placement().box(object, augmentation).ifPresent(boxes::add);
                }
            }
        }
        copies.apply(boxes, buffer, offset, random);
        return boxes;
    }

    private int brightest(Composition composition) {
        return composition.parts().stream()
                .mapToInt(part -> images.pixels(part.sample(), input).brightest())
                .max()
                .orElse(WHITE);
    }

    private RandomGenerator random(int epoch, int position) {
        return new SplittableRandom(mixed(mixed(seed, epoch), position));
    }

    private static long mixed(long seed, long salt) {
        return new SplittableRandom(seed + salt * 0x9E3779B97F4A7C15L).nextLong();
    }

    private int[] order(int epoch) {
        int[] order = new int[samples.size()];
        SplittableRandom random = new SplittableRandom(mixed(seed, epoch));
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
