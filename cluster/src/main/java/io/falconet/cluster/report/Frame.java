package io.falconet.cluster.report;

import static io.falconet.cluster.report.Markup.px;

/**
 * The two axes of a plot as SVG, and where values lie between them.
 *
 * @param x axis
 * @param y axis
 * @param width of the drawing, in units of its own
 * @param height of the drawing
 */
record Frame(Axis x, Axis y, double width, double height) {
    private static final double LEFT = 58;
    private static final double RIGHT = 18;
    private static final double TOP = 14;
    private static final double BOTTOM = 48;

    /** Opens the drawing, with its axes; what is drawn then lies above them. */
    void open(Markup page, String title, String summary) {
        page.open(
                "svg",
                "class",
                "plot",
                "viewBox",
                "0 0 %s %s".formatted(px(width), px(height)),
                "role",
                "img",
                "aria-label",
                title + ". " + summary);
        for (double tick : x.ticks()) {
            String at = px(left(tick));
            page.leaf("line", "class", "grid", "x1", at, "x2", at, "y1", px(TOP), "y2", px(bottom()));
            page.element("text", Axis.label(tick), "class", "tick middle", "x", at, "y", px(bottom() + 17));
        }
        for (double tick : y.ticks()) {
            String at = px(top(tick));
            page.leaf("line", "class", "grid", "x1", px(LEFT), "x2", px(right()), "y1", at, "y2", at);
            page.element("text", Axis.label(tick), "class", "tick end", "x", px(LEFT - 8), "y", px(top(tick) + 4));
        }
        page.element("text", x.title(), "class", "axis middle", "x", px((LEFT + right()) / 2), "y", px(height - 10));
        page.element(
                "text",
                y.title(),
                "class",
                "axis middle",
                "transform",
                "translate(15 %s) rotate(-90)".formatted(px((TOP + bottom()) / 2)));
    }

    /** Where a value lies from the left. */
    double left(double value) {
        return LEFT + x.place(value) * (width - LEFT - RIGHT);
    }

    /** Where a value lies from the top. */
    double top(double value) {
        return height - BOTTOM - y.place(value) * (height - TOP - BOTTOM);
    }

    /** Where the x axis starts. */
    double start() {
        return LEFT;
    }

    /** Where the y axis ends. */
    double ceiling() {
        return TOP;
    }

    /** Where the x axis ends. */
    double right() {
        return width - RIGHT;
    }

    /** Where the y axis starts. */
    double bottom() {
        return height - BOTTOM;
    }
}
