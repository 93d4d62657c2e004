package io.falconet.cluster.cli.model;

import io.falconet.cluster.cli.terminal.ImageSize;
import io.falconet.cluster.driver.RequestException;
import io.falconet.space.graph.Shape;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.zoo.ZooNetwork;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds a model for the images asked for. Models differ in which they take, and building one is what tells; of a detector
 * the cells of the finest level must cover the image besides, or its last rows and columns of pixels are silently lost.
 *
 * @param classes how many kinds to tell apart
 */
public record FittingInput(Model model, int classes) {
    private static final int LARGEST_MULTIPLE = 256;

    /**
     * The model for such images.
     *
     * @throws RequestException if it does not take them; the message names the multiple that each side must be
     */
    public ZooNetwork build(Shape image) {
        try {
            ZooNetwork built = model.build(image, classes);
            if (covers(built, image)) {
                return built;
            }
            throw refusal(image, "its finest cells do not cover them.");
        } catch (ShapeException | IllegalArgumentException e) {
            throw refusal(image, e.getMessage());
        }
    }

    private static boolean covers(ZooNetwork built, Shape image) {
        return built.format()
                .map(format -> Collections.min(format.strides()))
                .map(stride -> multiple(image, stride))
                .orElse(true);
    }

    private static boolean multiple(Shape image, int of) {
        return image.height() % of == 0 && image.width() % of == 0;
    }

    private RequestException refusal(Shape image, String why) {
        Optional<Integer> step = step();
        if (step.isEmpty()) {
            return new RequestException(
                    "%s cannot be built: %s".formatted(model.name(), why),
                    "falconet describe %s without options works.".formatted(model.name()));
        }
        String problem = multiple(image, step.get())
                ? "%s cannot take images of %s: %s".formatted(model.name(), ImageSize.text(image), why)
                : "%s takes images whose sides are multiples of %d pixels, found %s."
                        .formatted(model.name(), step.get(), ImageSize.text(image));
        return new RequestException(problem, "--input " + near(image, step.get()) + ".");
    }

    /** The smallest power of two by which the sides of the model's own images may change. */
    private Optional<Integer> step() {
        Shape own = model.image();
        return Stream.iterate(1, step -> step <= LARGEST_MULTIPLE, step -> 2 * step)
                .filter(step ->
                        fits(own.height() + step, own.width() + step) || fits(own.height() - step, own.width() - step))
                .findFirst();
    }

    private String near(Shape image, int step) {
        int height = image.height() / step * step;
        int width = image.width() / step * step;
        int above = step - 1;
        String fitting = Stream.of(
                        new int[] {height, width},
                        new int[] {(image.height() + above) / step * step, (image.width() + above) / step * step})
                .filter(size -> fits(size[0], size[1]))
                .map(size -> size[0] + "x" + size[1])
                .distinct()
                .collect(Collectors.joining(" or "));
        return fitting.isEmpty() ? ImageSize.text(model.image()) : fitting;
    }

    private boolean fits(int height, int width) {
        if (height < 1 || width < 1) {
            return false;
        }
        try {
            Shape image = Shape.image(height, width);
            return covers(model.build(image, classes), image);
        } catch (ShapeException | IllegalArgumentException e) {
            return false;
        }
    }
}
