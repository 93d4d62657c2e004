package io.falconet.cluster.report;

import io.falconet.cluster.report.Curves.Curve;
import io.falconet.cluster.report.Curves.Point;
import io.falconet.space.replay.TableProblem;
import io.falconet.space.replay.Trace;
import io.falconet.space.replay.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How searches on a table went on, as one HTML file without scripts: what was best after so many networks, by strategy. */
public final class ReplayReport {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 520;
    private static final double STEP = 1.04;
    /** Before so many networks all strategies draw them. */
    private static final int FIRST = 10;

    private final TableProblem problem;
    private final Map<String, Traces> found;

    /**
     * A report.
     *
     * @param found by strategy, the best first
     */
    public ReplayReport(TableProblem problem, Map<String, Traces> found) {
        this.problem = problem;
        this.found = found;
    }

    /** The whole page. */
    public String html() {
        String title = "Strategies on " + problem.name();
        Markup page = new Markup();
        page.open("html", "lang", "en");
        PageHead.write(page, title);
        page.open("body").open("header");
        page.element("p", "Falconet · bench table", "class", "brand");
        page.element("h1", title);
        Traces any = found.values().iterator().next();
        page.element(
                "p",
                "%,d networks, %d searches a strategy · %s"
                        .formatted(problem.size(), any.traces().size(), objectives()),
                "class",
                "lead");
        page.close();
        page.open("main").open("figure", "class", "card wide lone");
        page.element("h3", subject());
        legend(page);
        curves().write(page);
        page.element("figcaption", "Lines are medians of the searches; half of the searches lie within a band.");
        page.close().close().close().close();
        return page.html();
    }

    private boolean single() {
        return problem.objectives().size() == 1;
    }

    private String objectives() {
        return problem.objectives().stream()
                .map(objective -> (objective.maximised() ? "most " : "least ") + objective.column())
                .collect(Collectors.joining(", "));
    }

    private String subject() {
        return single()
                ? "Best " + problem.objectives().get(0).column() + " so far"
                : "Share of the true front's hypervolume";
    }

    private void legend(Markup page) {
        page.open("ul", "class", "legend");
        int look = 1;
        for (String strategy : found.keySet()) {
            page.open("li");
            Families.mark(page, look++);
            page.text(strategy).close();
        }
        page.close();
    }

    private Curves curves() {
        List<Curve> curves = new ArrayList<>();
        found.forEach((strategy, traces) -> curves.add(new Curve(strategy, 1 + curves.size(), points(traces))));
        double[] values = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Point::middle)
                .toArray();
        int budget = found.values().stream().mapToInt(Traces::budget).max().orElseThrow();
        return new Curves(
                subject(),
                String.join(", ", found.keySet()),
                new Axis("networks tried (log scale)", Math.min(FIRST, budget), budget, true),
                Axis.linear(single() ? problem.objectives().get(0).column() : "hypervolume", values),
                curves,
                WIDTH,
                HEIGHT);
    }

    private List<Point> points(Traces traces) {
        List<Point> points = new ArrayList<>();
        int last = 0;
        for (double at = Math.min(FIRST, traces.budget()); last < traces.budget(); at *= STEP) {
            int evaluations = Math.min(traces.budget(), Math.max(last + 1, (int) Math.round(at)));
            ToDoubleFunction<Trace> figure =
                    trace -> single() ? trace.bestAt(evaluations) : trace.hypervolumeAt(evaluations);
            points.add(new Point(
                    evaluations,
                    traces.quantile(0.25, figure),
                    traces.quantile(0.5, figure),
                    traces.quantile(0.75, figure)));
            last = evaluations;
        }
        return points;
    }
}
