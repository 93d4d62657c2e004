package io.falconet.space.outcome;

import java.util.Locale;

/**
 * How much training an evaluation gets.
 *
 * <p>A fidelity whose schedule is longer than its epochs is the beginning of a longer training: what it leaves goes on to
 * what that training would have given anyway.
 *
 * @param epochs passes over the training images, at least 1
 * @param images training images used, the first of a fixed shuffle; 0 is all of them
 * @param batch images a step
 * @param schedule epochs for which the learning rate is planned, at least those given
 * @param pixels side of the images, as a part of the architecture's own input, over 0 up to 1
 */
public record Fidelity(int epochs, int images, int batch, int schedule, double pixels) {
    public Fidelity {
        if (epochs < 1 || images < 0 || batch < 1) {
            throw new IllegalArgumentException(
                    "A fidelity needs at least 1 epoch, 0 (all) or more images and a batch of at least 1, found %d, %d and %d."
                            .formatted(epochs, images, batch));
        }
        if (schedule < epochs || !(pixels > 0 && pixels <= 1)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A fidelity of %d epochs needs a schedule of at least as many, and pixels over 0 up to 1, found %d and %s.",
                    epochs,
                    schedule,
                    pixels));
        }
    }

    /** A whole training at the architecture's own input size. */
    public Fidelity(int epochs, int images, int batch) {
        this(epochs, images, batch, epochs, 1);
    }

    /** Whether a training of that fidelity begins with just what this one is. */
    public boolean begins(Fidelity longer) {
        return epochs < longer.epochs && whole().equals(longer.whole());
    }

    /** The training of which this is the beginning. */
    public Fidelity whole() {
        return new Fidelity(schedule, images, batch, schedule, pixels);
    }

    /** Such as {@code 2 of 8 epochs}: how much of which training. */
    public String duration() {
        return String.format(Locale.ROOT, "%,d%s", epochs, schedule == epochs ? "" : " of " + schedule)
                + (schedule == 1 ? " epoch" : " epochs");
    }

    /** In few words, such as {@code 2 of 8 epochs, 200 images}: what is usual is not named, nor the batch. */
    public String label() {
        return duration()
                + (images == 0 ? "" : String.format(Locale.ROOT, ", %,d images", images))
                + (pixels == 1 ? "" : ", " + side());
    }

    /** All of it for people. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "%s over %s training images%s, %d %s a step",
                duration(),
                images == 0 ? "all" : String.format(Locale.ROOT, "%,d", images),
                pixels == 1 ? "" : " at " + side(),
                batch,
                batch == 1 ? "image" : "images");
    }

    private String side() {
        return String.format(Locale.ROOT, "%.0f %% of the side", 100 * pixels);
    }

    /** A short form to store and compare: what is usual is not named. */
    public String text() {
        return "epochs=" + epochs
                + (schedule == epochs ? "" : " of " + schedule)
                + ",images=" + (images == 0 ? "all" : images)
                + ",batch=" + batch
                + (pixels == 1 ? "" : ",pixels=" + pixels);
    }
}
