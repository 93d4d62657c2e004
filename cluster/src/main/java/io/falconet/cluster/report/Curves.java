package io.falconet.cluster.report;

import static io.falconet.cluster.report.Markup.px;

import java.util.List;

/**
 * How several things went on, as SVG: a line each, with a band where half of the repetitions lie.
 *
 * @param title what it shows
 * @param summary what is to be seen, for who cannot see it
 * @param x axis
 * @param y axis
 * @param curves the lines
 * @param width of the drawing, in units of its own
 * @param height of the drawing
 */
record Curves(String title, String summary, Axis x, Axis y, List<Curve> curves, double width, double height) {
    /**
     * One line.
     *
     * @param name what it is of
     * @param look colour, by the place among the {@linkplain Looks looks}
     * @param points from left to right
     */
    record Curve(String name, int look, List<Point> points) {}

    /** The middle of the repetitions, and the quartiles around it. */
    record Point(double x, double low, double middle, double high) {}

    void write(Markup page) {
        Frame frame = new Frame(x, y, width, height);
        frame.open(page, title, summary);
        for (Curve curve : curves) {
            page.leaf("path", "class", "band f" + curve.look(), "d", band(frame, curve.points()));
        }
        for (Curve curve : curves) {
            page.open("g").element("title", curve.name());
            page.leaf("path", "class", "curve f" + curve.look(), "d", line(frame, curve.points()));
            page.close();
        }
        page.close();
    }

    private String line(Frame frame, List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            to(path, frame, point.x(), point.middle());
        }
        return path.toString();
    }

    private String band(Frame frame, List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            to(path, frame, point.x(), point.high());
        }
        for (int i = points.size() - 1; i >= 0; i--) {
            to(path, frame, points.get(i).x(), points.get(i).low());
        }
        return path.append("Z").toString();
    }

    private void to(StringBuilder path, Frame frame, double at, double value) {
        double within = Math.max(y.low(), Math.min(y.high(), value));
        path.append(path.length() == 0 ? "M" : "L")
                .append(px(frame.left(at)))
                .append(' ')
                .append(px(frame.top(within)));
    }
}
