package io.falconet.evaluator.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What flies: the classes of the data set. */
enum Craft {
    /** Four rotors on crossed arms. */
    DRONE(Math.PI) {
        @Override
        List<Layer> layers(boolean light, SplittableRandom random) {
            Rgb body = Rgb.grey(light ? 0.88 + 0.1 * random.nextDouble() : 0.08 + 0.1 * random.nextDouble());
            Rgb rotor = Rgb.grey(light ? 0.75 : 0.2);
            List<Layer> layers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                double u = 0.66 * (i % 2 == 0 ? -1 : 1);
                double v = 0.66 * (i < 2 ? -1 : 1);
                layers.add(new Layer(Outline.circle(u, v, 0.33), (a, b) -> rotor, 0.45));
                layers.add(new Layer(Outline.circle(u, v, 0.31).ring(0.05), (a, b) -> rotor, 0.9));
                layers.add(new Layer(Outline.capsule(0, 0, u, v, 0.1), body));
            }
            layers.add(new Layer(Outline.circle(0, 0, 0.3), body));
            Rgb lamp = Rgb.hsv(random.nextBoolean() ? 0 : 120, 0.8, 0.95);
            layers.add(new Layer(Outline.circle(0, -0.1, 0.1), lamp));
            return layers;
        }
    },
    /** A striped envelope over a basket. */
    BALLOON(0.15) {
        @Override
        List<Layer> layers(boolean light, SplittableRandom random) {
            double hue = 360 * random.nextDouble();
            Rgb first = Rgb.hsv(hue, 0.85, 0.92);
            Rgb second = Rgb.hsv((hue + 40 + 60 * random.nextDouble()) % 360, light ? 0.25 : 0.75, 0.97);
            int stripes = 3 + random.nextInt(3);
            Outline envelope = Outline.circle(0, -0.22, 0.74)
                    .and(Outline.polygon(-0.62, 0.15, 0.62, 0.15, 0.17, 0.72, -0.17, 0.72));
            Layer.Paint striped = (u, v) -> {
                double around = Math.asin(Math.max(-1, Math.min(1, u / (0.76 - 0.35 * Math.max(0, v)))));
                Rgb color = Math.floorMod((int) Math.floor(around * stripes / 1.5 + 50), 2) == 0 ? first : second;
                double lit = 1.12 - 0.5 * Math.hypot(u + 0.25, v + 0.5);
                return color.scaled(Math.max(0.5, lit));
            };
            return List.of(
                    new Layer(envelope, striped, 1),
                    new Layer(
                            Outline.polygon(-0.15, 0.82, 0.15, 0.82, 0.12, 1.0, -0.12, 1.0),
                            new Rgb(0.35, 0.22, 0.12)));
        }
    },
    /** A quartered diamond with a tail. */
    KITE(Math.PI / 3) {
        @Override
        List<Layer> layers(boolean light, SplittableRandom random) {
            double hue = 360 * random.nextDouble();
            Rgb first = Rgb.hsv(hue, 0.9, 0.95);
            Rgb second = Rgb.hsv((hue + 140 + 80 * random.nextDouble()) % 360, 0.75, light ? 0.98 : 0.75);
            Rgb tail = light ? Rgb.grey(0.95) : Rgb.grey(0.2);
            double sway = random.nextDouble() < 0.5 ? 0.18 : -0.18;
            return List.of(
                    new Layer(Outline.capsule(0, 0.45, sway, 0.72, 0.05), tail),
                    new Layer(Outline.capsule(sway, 0.72, -0.6 * sway, 1.05, 0.05), tail),
                    new Layer(
                            Outline.polygon(0, -1, 0.72, -0.25, 0, 0.55, -0.72, -0.25),
                            (u, v) -> u * (v + 0.25) > 0 ? first : second,
                            1));
        }
    },
    /** Swept wings on a slender body. */
    PLANE(Math.PI) {
        @Override
        List<Layer> layers(boolean light, SplittableRandom random) {
            Rgb body = light ? Rgb.grey(0.97) : Rgb.hsv(215, 0.25, 0.22 + 0.1 * random.nextDouble());
            Rgb wing = light ? Rgb.grey(0.86) : body.scaled(0.8);
            Rgb fin = Rgb.hsv(360 * random.nextDouble(), 0.8, 0.9);
            return List.of(
                    new Layer(Outline.polygon(0, -0.3, 1, 0.2, 1, 0.38, 0, 0.18, -1, 0.38, -1, 0.2), wing),
                    new Layer(Outline.polygon(0, 0.6, 0.4, 0.84, 0.4, 0.96, -0.4, 0.96, -0.4, 0.84), fin),
                    new Layer(Outline.capsule(0, -0.86, 0, 0.84, 0.15), body));
        }
    };

    private final double turn;

    Craft(double turn) {
        this.turn = turn;
    }

    /** It is seen turned by at most this, in radians, either way. */
    double turn() {
        return turn;
    }

    /** The class's name. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Its parts, from back to front.
     *
     * @param light whether it should stand out by being bright
     */
    abstract List<Layer> layers(boolean light, SplittableRandom random);
}
