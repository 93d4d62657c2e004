package io.falconet.evaluator.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether objects come to a network so small that it hardly sees them, and which input size would mend it. An object's
 * side is the square root of its box's area.
 */
public final class SmallObjects {
    /** Share of objects that may be under the hard side without a word. */
    private static final double FEW = 0.01;

    /** Input sides are multiples of it, which every family of detectors takes. */
    private static final int STEP = 32;

    private final int width;
    private final int height;
    private final List<Double> sides = new ArrayList<>();
    private double ownSize;

    /**
     * @param width of the network's input in pixels
     * @param height of the network's input in pixels
     */
    public SmallObjects(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The objects of a data set at that input; crowds are left out. */
    public static SmallObjects of(Dataset dataset, int width, int height) {
        SmallObjects small = new SmallObjects(width, height);
        for (Sample sample : dataset.samples()) {
            sample.objects().stream()
                    .filter(object -> !object.crowd())
                    .forEach(object -> small.add(sample.width(), sample.height(), object.width(), object.height()));
        }
        return small;
    }

    /** Adds an object of an image, in pixels of the image. */
    public void add(int imageWidth, int imageHeight, double objectWidth, double objectHeight) {
        Letterbox letterbox = Letterbox.fit(imageWidth, imageHeight, width, height);
        sides.add(Math.sqrt(objectWidth * letterbox.scaleX() * objectHeight * letterbox.scaleY()));
        ownSize = Math.max(ownSize, 1 / Math.min(letterbox.scaleX(), letterbox.scaleY()));
    }

    /**
     * One sentence on how many objects are under {@value ObjectSizes#HARD_SIDE} pixels, and one on the remedy; empty where
     * they are hardly any. Sizes that would enlarge the images beyond their own are no remedy: there is nothing more to see.
     */
    public Optional<String> warning() {
        double under = under(1);
        if (!(under > FEW)) {
            return Optional.empty();
        }
        List<Double> sorted = sides.stream().sorted().toList();
        double needed = ObjectSizes.HARD_SIDE / Math.max(1e-9, sorted.get((int) (FEW * sorted.size())));
        return Optional.of(String.format(
                Locale.ROOT,
                "%s of the objects (%,d of %,d) are under %.0f px at an input of %s, where detectors hardly see them. %s",
                percent(under),
                Math.round(under * sides.size()),
                sides.size(),
                ObjectSizes.HARD_SIDE,
                size(1),
                needed <= ownSize
                        ? "Maybe an input of %s, where %s are.".formatted(size(needed), percent(under(stepped(needed))))
                        : atOwnSize()));
    }

    private String atOwnSize() {
        if (stepped(ownSize) <= 1) {
            return "Maybe larger images: the input shows these at their own size already.";
        }
        return "Maybe an input of %s, which shows the images at their own size; %s stay under, which only larger images mend."
                .formatted(size(ownSize), percent(under(stepped(ownSize))));
    }

    /** Share of objects under the hard side when the input is so many times as large. */
    private double under(double factor) {
        return (double) sides.stream()
                        .filter(side -> side * factor < ObjectSizes.HARD_SIDE)
                        .count()
                / sides.size();
    }

    /** The factor by which the input really grows, being a multiple of the step. */
    private double stepped(double factor) {
        return Math.min((double) side(width, factor) / width, (double) side(height, factor) / height);
    }

    private String size(double factor) {
        return factor == 1 ? height + "x" + width : side(height, factor) + "x" + side(width, factor);
    }

    private static int side(int side, double factor) {
        return (int) Math.ceil(side * factor / STEP - 1e-9) * STEP;
    }

    private static String percent(double share) {
        return share > 0 && share < 0.01 ? "under 1 %" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
