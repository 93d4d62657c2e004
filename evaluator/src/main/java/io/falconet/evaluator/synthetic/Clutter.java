package io.falconet.evaluator.synthetic;

import java.util.List;
import java.util.SplittableRandom;

/** What is drawn but not labelled, to be told apart from what is. */
enum Clutter {
    /** Two bent wings, dark. */
    BIRD {
        @Override
        List<Layer> layers(SplittableRandom random) {
            Rgb color = Rgb.grey(0.12 + 0.15 * random.nextDouble());
            double lift = 0.15 + 0.25 * random.nextDouble();
            return List.of(
                    new Layer(Outline.capsule(0, 0.1, -0.5, -lift, 0.12), color),
                    new Layer(Outline.capsule(-0.5, -lift, -1, 0.1, 0.08), color),
                    new Layer(Outline.capsule(0, 0.1, 0.5, -lift, 0.12), color),
                    new Layer(Outline.capsule(0.5, -lift, 1, 0.1, 0.08), color));
        }
    },
    /** A round crown, lit from one side. */
    TREE {
        @Override
        List<Layer> layers(SplittableRandom random) {
            Rgb crown = Rgb.hsv(85 + 40 * random.nextDouble(), 0.45, 0.28 + 0.12 * random.nextDouble());
            return List.of(
                    new Layer(Outline.circle(0.15, 0.2, 0.9), (u, v) -> Rgb.grey(0.08), 0.4),
                    new Layer(
                            Outline.circle(0, 0, 0.85),
                            (u, v) -> crown.scaled(1.15 - 0.4 * (u + v) + 0.15 * Math.sin(9 * u) * Math.sin(8 * v)),
                            1));
        }
    },
    /** A pointed hull with its wake. */
    BOAT {
        @Override
        List<Layer> layers(SplittableRandom random) {
            Rgb hull = Rgb.grey(0.8 + 0.18 * random.nextDouble());
            return List.of(
                    new Layer(
                            Outline.polygon(-0.12, 0.3, 0.12, 0.3, 0.4, 1.3, -0.4, 1.3), (u, v) -> Rgb.grey(0.9), 0.3),
                    new Layer(Outline.polygon(0, -0.9, 0.26, -0.3, 0.22, 0.5, -0.22, 0.5, -0.26, -0.3), hull),
                    new Layer(Outline.capsule(0, -0.1, 0, 0.2, 0.11), new Rgb(0.45, 0.3, 0.2)));
        }
    };

    abstract List<Layer> layers(SplittableRandom random);
}
