package io.falconet.evaluator.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How large the objects of a data set are when they come to a network: the square roots of their boxes' areas, in pixels
 * of the letterboxed input. Crowds are left out.
 *
 * @param input side of the network's square input, in pixels
 * @param all of every class together
 * @param classes by class index
 */
public record ObjectSizes(int input, Sizes all, List<Sizes> classes) {
    /** Objects whose side is under this many network pixels are hard for any detector. */
    public static final double HARD_SIDE = 10;

    private static final int STRIDE = 32;

    public ObjectSizes {
        classes = List.copyOf(classes);
    }

    /**
     * Sizes of some objects; figures are NaN where there is none.
     *
     * @param name of the class, or {@code all}
     * @param objects how many
     * @param images in how many images
     * @param underHardSide share of objects whose side is under {@link #HARD_SIDE} network pixels
     * @param low side that a tenth of the objects does not reach
     * @param median the middle side
     * @param high side that a tenth of the objects exceeds
     */
    public record Sizes(
            String name, int objects, int images, double underHardSide, double low, double median, double high) {}

    /** The sizes of a data set's objects at a square input of that side. */
    public static ObjectSizes of(Dataset dataset, int input) {
        List<Sizes> classes = new ArrayList<>();
        for (int c = 0; c < dataset.classes().size(); c++) {
            classes.add(sizes(dataset.classes().get(c), dataset, input, c, c));
        }
        return new ObjectSizes(
                input, sizes("all", dataset, input, 0, dataset.classes().size() - 1), classes);
    }

    /**
     * The smallest input side, a multiple of 32, at which no larger share of the objects than that is under
     * {@link #HARD_SIDE}; 0 where there are no objects.
     */
    public static int mendingInput(Dataset dataset, double share) {
        double[] perPixel = dataset.samples().stream()
                .flatMapToDouble(sample -> {
                    double longest = Math.max(sample.width(), sample.height());
                    return sample.objects().stream()
                            .filter(object -> !object.crowd())
                            .mapToDouble(object -> Math.sqrt((double) object.width() * object.height()) / longest);
                })
                .sorted()
                .toArray();
        if (perPixel.length == 0) {
            return 0;
        }
        double smallest = perPixel[Math.min(perPixel.length - 1, (int) (share * perPixel.length))];
        return STRIDE * (int) Math.ceil(HARD_SIDE / smallest / STRIDE);
    }

    private static Sizes sizes(String name, Dataset dataset, int input, int firstClass, int lastClass) {
        List<Double> sides = new ArrayList<>();
        int images = 0;
        for (Sample sample : dataset.samples()) {
            Letterbox letterbox = Letterbox.fit(sample, input, input);
            List<Double> here = sample.objects().stream()
                    .filter(o -> !o.crowd() && o.classIndex() >= firstClass && o.classIndex() <= lastClass)
                    .map(o -> Math.sqrt(o.width() * letterbox.scaleX() * o.height() * letterbox.scaleY()))
                    .toList();
            images += here.isEmpty() ? 0 : 1;
            sides.addAll(here);
        }
        double[] sorted = sides.stream().mapToDouble(s -> s).sorted().toArray();
        double hard = (double) Arrays.stream(sorted).filter(s -> s < HARD_SIDE).count() / sorted.length;
        return new Sizes(
                name, sorted.length, images, hard, quantile(sorted, 0.1), quantile(sorted, 0.5), quantile(sorted, 0.9));
    }

    /** Between the two nearest values, in proportion. */
    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
