package io.falconet.evaluator.picture;

import java.util.List;

/**
 * How thick and how large things are drawn, so that they read well when the picture is looked at as a whole.
 *
 * @param enlarged how many times the photograph is enlarged: small ones are, so that there is room for letters
 * @param line thickness of outlines in pixels
 * @param letters height of letters in pixels
 */
record Pen(int enlarged, int line, int letters) {
    /** Pixels of the longer side under which a photograph is enlarged. */
    private static final int SMALL = 480;

    private static final int LEAST_LINE = 2;
    private static final int LEAST_LETTERS = 12;
    private static final double LETTERS_A_SIDE = 100;
    private static final double LINES_A_SIDE = 640;

    /** Objects often stand side by side: an outline may cover this much of a neighbour as small as the smallest. */
    private static final double LINE_A_SMALLEST = 1.0 / 8;

    /** For a photograph of that size with such objects on it. */
    static Pen of(int width, int height, List<Marked> found) {
        int longer = Math.max(width, height);
        int enlarged = Math.max(1, (int) Math.ceil((double) SMALL / longer));
        int side = enlarged * longer;
        double smallest = found.stream()
                .mapToDouble(object -> Math.min(object.x2() - object.x1(), object.y2() - object.y1()))
                .min()
                .orElse(longer);
        double line = Math.min(side / LINES_A_SIDE, enlarged * smallest * LINE_A_SMALLEST);
        return new Pen(enlarged, Math.max(LEAST_LINE, (int) Math.round(line)), Math.max(LEAST_LETTERS, (int)
                Math.round(side / LETTERS_A_SIDE)));
    }

    /** Between a text and its paper's edge. */
    int margin() {
        return Math.max(2, letters / 5);
    }
}
