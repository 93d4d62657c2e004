package io.falconet.evaluator.synthetic;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One image with its labels, painted from a random stream of its own.
 *
 * @param objects what is seen, in the order in which it was painted
 */
record Scene(BufferedImage image, List<Labelled> objects) {
    private static final double SMALLEST = 10;
    private static final double LARGEST = 40;
    /** Objects of large images grow with the square root of the image's side: they end up smaller than others. */
    private static final double USUAL_WIDTH = 416;

    private static final int ATTEMPTS = 30;

    /** One object and where it is seen. */
    record Labelled(Craft craft, Canvas.Silhouette seen) {}

    private enum Place {
        SKY,
        LAND,
        SEA
    }

    static Scene paint(int width, int height, SplittableRandom random) {
        Place place = Place.values()[random.nextInt(Place.values().length)];
        Canvas canvas = new Canvas(width, height, background(place, width, height, random));
        double softness = 1 + 0.5 * random.nextDouble();
        clutter(canvas, place, softness, random);
        List<Labelled> objects = new ArrayList<>();
        List<Sprite> placed = new ArrayList<>();
        int count = 6 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            Craft craft = Craft.values()[random.nextInt(Craft.values().length)];
            free(canvas, placed, random).ifPresent(spot -> {
                boolean light = canvas.luminance(spot.x(), spot.y(), spot.radius()) < 0.55;
                double angle = craft.turn() * (2 * random.nextDouble() - 1);
                Sprite sprite = new Sprite(spot.x(), spot.y(), spot.radius(), angle, craft.layers(light, random));
                if (place != Place.SKY) {
                    canvas.paint(sprite.shadow(0.7 * spot.radius(), 1.1 * spot.radius()), 3 * softness);
                }
                canvas.paint(sprite, softness).ifPresent(seen -> objects.add(new Labelled(craft, seen)));
                placed.add(sprite);
            });
        }
        return new Scene(canvas.image(0.02 + 0.03 * random.nextDouble(), random), objects);
    }

    private static Background background(Place place, int width, int height, SplittableRandom random) {
        return switch (place) {
            case SKY -> Background.sky(width, height, random);
            case LAND -> Background.land(width, height, random);
            case SEA -> Background.sea(width, height, random);
        };
    }

    private static void clutter(Canvas canvas, Place place, double softness, SplittableRandom random) {
        int count = 4 + random.nextInt(place == Place.LAND ? 14 : 8);
        for (int i = 0; i < count; i++) {
            Clutter thing = random.nextInt(3) == 0
                    ? Clutter.BIRD
                    : switch (place) {
                        case SKY -> Clutter.BIRD;
                        case LAND -> Clutter.TREE;
                        case SEA -> Clutter.BOAT;
                    };
            double radius = 3 + 8 * random.nextDouble();
            double angle = thing == Clutter.BOAT ? 2 * Math.PI * random.nextDouble() : 0.4 * random.nextDouble() - 0.2;
            double x = canvas.width() * random.nextDouble();
            double y = canvas.height() * random.nextDouble();
            canvas.paint(new Sprite(x, y, radius, angle, thing.layers(random)), softness);
        }
    }

    /** A place and size, wholly within the image, which no other object touches; small sizes are as common as large. */
    private static Optional<Sprite> free(Canvas canvas, List<Sprite> placed, SplittableRandom random) {
        double size =
                SMALLEST * Math.pow(LARGEST / SMALLEST, random.nextDouble()) * Math.sqrt(canvas.width() / USUAL_WIDTH);
        double radius = size / 2;
        double margin = 1.2 * radius;
        for (int i = 0; i < ATTEMPTS; i++) {
            double x = margin + (canvas.width() - 2 * margin) * random.nextDouble();
            double y = margin + (canvas.height() - 2 * margin) * random.nextDouble();
            boolean taken =
                    placed.stream().anyMatch(p -> Math.hypot(p.x() - x, p.y() - y) < 1.5 * (p.radius() + radius));
            if (!taken) {
                return Optional.of(new Sprite(x, y, radius, 0, List.of()));
            }
        }
        return Optional.empty();
    }
}
