package io.falconet.evaluator.synthetic;

/** One part of a drawn thing: a shape filled with colour. */
record Layer(Outline outline, Paint paint, double opacity) {
    /** Colour by place, in the units of the thing. */
    @FunctionalInterface
    interface Paint {
        Rgb at(double u, double v);
    }

    Layer(Outline outline, Rgb color) {
        this(outline, (u, v) -> color, 1);
    }
}
