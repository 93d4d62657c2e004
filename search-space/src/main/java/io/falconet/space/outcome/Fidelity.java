package io.falconet.space.outcome;

/**
 * How much training an evaluation gets.
 *
 * @param epochs passes over the training images, at least 1
 * @param images training images used, the first of a fixed shuffle; 0 is all of them
 * @param batch images a step
 */
public record Fidelity(int epochs, int images, int batch) {
    public Fidelity {
        if (epochs < 1 || images < 0 || batch < 1) {
            throw new IllegalArgumentException(
                    "A fidelity needs at least 1 epoch, 0 (all) or more images and a batch of at least 1, found %d, %d and %d."
                            .formatted(epochs, images, batch));
        }
    }

    /** A short form to store and compare. */
    public String text() {
        return "epochs=" + epochs + ",images=" + (images == 0 ? "all" : images) + ",batch=" + batch;
    }
}
