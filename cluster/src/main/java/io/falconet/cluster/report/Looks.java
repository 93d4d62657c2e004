package io.falconet.cluster.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Colours and shapes of points. Each has a shape of its own, so that colours are not needed to tell them apart; the colours
 * are those of Okabe and Ito (2008), in the page's style sheet.
 */
final class Looks {
    /** What searches found. */
    static final int SEARCHED = 0;

    /** Corners on a circle around the point, in degrees clockwise from the right; one number is a circle. */
    private static final List<int[]> SHAPES = List.of(
            star(),
            new int[] {0},
            new int[] {45, 135, 225, 315},
            new int[] {270, 30, 150},
            new int[] {0, 90, 180, 270},
            new int[] {90, 210, 330},
            new int[] {270, 342, 54, 126, 198},
            new int[] {0, 60, 120, 180, 240, 300});

    private Looks() {}

    /** A star's five tips and what lies between them. */
    private static int[] star() {
        return IntStream.range(0, 10).map(i -> (270 + 36 * i) % 360).toArray();
    }

    /** The look of the family of that place, from 0; families that come late share one. */
    static int of(int family) {
        return 1 + Math.min(family, SHAPES.size() - 2);
    }

    /** Draws the shape. */
    static void draw(Markup page, int look, double x, double y, double size, boolean strong) {
        String style = "mark f" + look + (strong ? " strong" : "");
        int[] corners = SHAPES.get(look);
        if (corners.length == 1) {
            page.leaf("circle", "class", style, "cx", Markup.px(x), "cy", Markup.px(y), "r", Markup.px(size));
            return;
        }
        String points = IntStream.range(0, corners.length)
                .mapToObj(i -> {
                    double radius = look != SEARCHED ? 1.25 * size : i % 2 == 0 ? 1.6 * size : 0.7 * size;
                    double radians = Math.toRadians(corners[i]);
                    return Markup.px(x + radius * Math.cos(radians)) + "," + Markup.px(y + radius * Math.sin(radians));
                })
                .collect(Collectors.joining(" "));
        page.leaf("polygon", "class", style, "points", points);
    }
}
