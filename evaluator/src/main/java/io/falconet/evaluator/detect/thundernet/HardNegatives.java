package io.falconet.evaluator.detect.thundernet;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which samples of an image are learned from (Liu et al., 2016): all objects, and for each some of the background: that
 * with the highest loss, the first of equals.
 *
 * @param perObject background samples for each object
 */
public record HardNegatives(int perObject) {
    /** Three for each object. */
    public static final HardNegatives STANDARD = new HardNegatives(3);

    /**
     * Chooses samples.
     *
     * @param losses of the samples
     * @param objects which of them are objects
     */
    public boolean[] choose(float[] losses, boolean[] objects) {
        boolean[] chosen = objects.clone();
        int count =
                (int) IntStream.range(0, objects.length).filter(i -> objects[i]).count();
        IntStream.range(0, losses.length)
                .filter(i -> !objects[i])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -losses[i]))
                .limit((long) count * perObject)
                .forEach(i -> chosen[i] = true);
        return chosen;
    }
}
