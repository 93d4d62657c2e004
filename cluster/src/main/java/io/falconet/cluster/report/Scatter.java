package io.falconet.cluster.report;

import static io.falconet.cluster.report.Markup.px;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A plot of points as SVG: crisp at any size, on screen and paper, with the page's own colours.
 *
 * @param title what it shows
 * @param summary what is to be seen, for who cannot see it
 * @param x axis
 * @param y axis
 * @param dots to be shown
 * @param steps corners of a line of steps from left to right, such as a front; mostly none
 * @param width of the drawing, in units of its own
 * @param height of the drawing
 */
record Scatter(
        String title, String summary, Axis x, Axis y, List<Dot> dots, List<Dot> steps, double width, double height) {
    private static final double RADIUS = 5;
    private static final double LETTER = 6.3;
    private static final double STRONG_LETTER = 6.9;
    private static final double LINE = 13;

    Scatter {
        dots = List.copyOf(dots);
        steps = List.copyOf(steps);
    }

    void write(Markup page) {
        frame().open(page, title, summary);
        if (!steps.isEmpty()) {
            page.leaf("path", "class", "steps", "d", path());
        }
        dots.forEach(dot -> interval(page, dot));
        List<Dot> above =
                dots.stream().sorted(Comparator.comparing(Dot::strong)).toList();
        names(page);
        above.forEach(dot -> {
            page.open("g").element("title", dot.detail());
            Looks.draw(page, dot.look(), left(dot.x()), top(dot.y()), RADIUS, dot.strong());
            page.close();
        });
        page.close();
    }

    /** As good and no faster is as far as a point reaches: to the right, then up to the next. */
    private String path() {
        StringBuilder path =
                new StringBuilder("M%s %s".formatted(px(left(steps.get(0).x())), px(frame().bottom())));
        for (Dot step : steps) {
            path.append("H%s V%s".formatted(px(left(step.x())), px(top(step.y()))));
        }
        return path.append("H" + px(frame().right())).toString();
    }

    private void interval(Markup page, Dot dot) {
        if (dot.high() > dot.low()) {
            String at = px(top(dot.y()));
            page.leaf(
                    "line",
                    "class",
                    "interval f" + dot.look(),
                    "x1",
                    px(left(Math.max(dot.low(), x.low()))),
                    "x2",
                    px(left(Math.min(dot.high(), x.high()))),
                    "y1",
                    at,
                    "y2",
                    at);
        }
    }

    private void names(Markup page) {
        Labels labels = new Labels(
                new Labels.Room(frame().start() + 2, frame().ceiling(), width - 2, frame().bottom() - 1), obstacles());
        dots.stream()
                .filter(Dot::named)
                .sorted(Comparator.comparing(Dot::strong)
                        .reversed()
                        .thenComparing(Comparator.comparingDouble(Dot::y).reversed()))
                .forEach(dot -> {
                    double letters = dot.name().length() * (dot.strong() ? STRONG_LETTER : LETTER);
                    Optional<Labels.Place> place = labels.place(left(dot.x()), top(dot.y()), letters, LINE);
                    place.ifPresent(found -> name(page, dot, found));
                });
    }

    /** What no name covers: points, their intervals, and the line of steps. */
    private List<Labels.Room> obstacles() {
        List<Labels.Room> rooms = new ArrayList<>();
        for (Dot dot : dots) {
            rooms.add(Labels.Room.around(left(dot.x()), top(dot.y()), RADIUS + 1));
            if (dot.high() > dot.low()) {
                rooms.add(level(left(dot.low()), left(dot.high()), top(dot.y())));
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            double at = left(steps.get(i).x());
            double height = top(steps.get(i).y());
            boolean last = i + 1 == steps.size();
            rooms.add(level(at, last ? frame().right() : left(steps.get(i + 1).x()), height));
            rooms.add(new Labels.Room(
                    at - 1,
                    height,
                    at + 1,
                    i == 0 ? frame().bottom() : top(steps.get(i - 1).y())));
        }
        return rooms;
    }

    private static Labels.Room level(double from, double to, double at) {
        return new Labels.Room(from, at - 1, to, at + 1);
    }

    private void name(Markup page, Dot dot, Labels.Place place) {
        if (!place.near()) {
            page.leaf(
                    "line",
                    "class",
                    "leader",
                    "x1",
                    px(left(dot.x())),
                    "y1",
                    px(top(dot.y())),
                    "x2",
                    px(place.fromX()),
                    "y2",
                    px(place.fromY()));
        }
        page.element(
                "text",
                dot.name(),
                "class",
                dot.strong() ? "name strong" : "name",
                "x",
                px(place.room().left()),
                "y",
                px(place.room().bottom() - 3));
    }

    private Frame frame() {
        return new Frame(x, y, width, height);
    }

    private double left(double value) {
        return frame().left(value);
    }

    private double top(double value) {
        return frame().top(value);
    }
}
