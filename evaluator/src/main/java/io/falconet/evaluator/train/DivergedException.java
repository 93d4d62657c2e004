package io.falconet.evaluator.train;

/** A training's loss is no longer a finite number. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DivergedException(int epoch, int step, double loss) {
        super(
                "The loss is to stay finite, but at epoch %d, step %d it is %s. Maybe a lower learning rate, or fewer layers without norms."
                        .formatted(epoch, step, loss));
    }
}
