package io.falconet.evaluator.picture;

import java.awt.Color;

/** A colour for each class: neighbours differ much, and a class has the same in every picture. */
final class ClassColour {
    /** Steps of the golden ratio never come back to the same hue. */
    private static final float STEP = 0.618034f;

    /** Where the eye tells light from dark, on the scale of 0 to 1. */
    private static final double BRIGHT = 0.5;

    private ClassColour() {}

    static Color of(int classIndex) {
        float saturation = classIndex / 8 % 2 == 0 ? 0.9f : 0.55f;
        return Color.getHSBColor(classIndex * STEP, saturation, 1);
    }

    /** Black or white, whichever is easier to read on it. */
    static Color ink(Color paper) {
        double light = (0.299 * paper.getRed() + 0.587 * paper.getGreen() + 0.114 * paper.getBlue()) / 255;
        return light > BRIGHT ? Color.BLACK : Color.WHITE;
    }
}
