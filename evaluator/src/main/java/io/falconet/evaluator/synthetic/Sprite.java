package io.falconet.evaluator.synthetic;

import java.util.List;

/**
 * Something to be painted at a place. Its layers live in units in which it reaches from about -1 to 1.
 *
 * @param x of the centre, in pixels
 * @param y of the centre, in pixels
 * @param radius pixels for one unit
 * @param angle turned by, in radians
 */
record Sprite(double x, double y, double radius, double angle, List<Layer> layers) {
    /** Its shadow: all layers in one dark tone, elsewhere. */
    Sprite shadow(double shiftX, double shiftY) {
        Outline whole = layers.stream().map(Layer::outline).reduce(Outline::and).orElseThrow();
        return new Sprite(
                x + shiftX,
                y + shiftY,
                radius,
                angle,
                List.of(new Layer(whole, (u, v) -> new Rgb(0.05, 0.07, 0.1), 0.45)));
    }
}
