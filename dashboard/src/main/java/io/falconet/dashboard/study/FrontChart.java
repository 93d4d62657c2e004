package io.falconet.dashboard.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.dashboard.chart.Option;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.page.Decisions;
import io.falconet.dashboard.page.Figures;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Direction;
import io.falconet.space.outcome.Objective.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The scatter of a study's trials over two objectives. Those on the study's front are drawn bold, those that break a limit
 * hollow, those not trained in full small; the line joins those of the others that nothing of them beats in the two objectives
 * shown. A point's key is its trial's
 * number.
 */
final class FrontChart {
    /** Room left before the least and after the greatest value, as a share of the axis. */
    private static final double GAP = 0.04;

    private static final String FRONT = "Pareto front";
    private static final String DOMINATED = "dominated";
    private static final String BEYOND = "over a limit";
    private static final String IN_PART = "trained in part";
    private static final String JOINED = "best in these two";

    private final Board board;
    private final Objective x;
    private final Objective y;

    FrontChart(Board board, Objective x, Objective y) {
        this.board = board;
        this.x = x;
        this.y = y;
    }

    ObjectNode option() {
        ObjectNode option = Option.frame();
        List<Scored> shown = board.scored().stream()
                .filter(each -> each.knows(List.of(x, y)))
                .toList();
        option.set("xAxis", axis(x, false, shown));
        option.set("yAxis", axis(y, true, shown));
        if (shown.isEmpty()) {
            Option.remark(option, "No trial has both figures yet");
        }
        Map<Boolean, List<Scored>> byFullness = shown.stream().collect(Collectors.partitioningBy(board::inFull));
        List<Scored> inFull = byFullness.get(true);
        List<Scored> inPart = byFullness.get(false);
        intervals(option, shown);
        line(option, inFull);
        if (!inPart.isEmpty()) {
            ObjectNode begun = points(option, IN_PART, Palette.MUTED, 5);
            begun.withObject("itemStyle").put("opacity", 0.5);
            inPart.forEach(each -> add(begun, each));
        }
        ObjectNode dominated = points(option, DOMINATED, Palette.MUTED, 9);
        dominated.withObject("itemStyle").put("opacity", 0.75);
        ObjectNode beyond = points(option, BEYOND, "transparent", 9);
        beyond.withObject("itemStyle").put("borderColor", Palette.VERMILION);
        ObjectNode front = points(option, FRONT, Palette.BLUE, 13);
        front.put("z", 4);
        front.putObject("label")
                .put("show", true)
                .put("position", x.direction() == Direction.MINIMIZE ? "left" : "right")
                .put("distance", 1)
                .put("formatter", "fn:key")
                .put("color", Palette.INK)
                .put("fontSize", 11)
                .putArray("offset")
                .add(0)
                .add(y.direction() == Direction.MAXIMIZE ? -9 : 9);
        Set<Integer> onFront = board.frontNumbers();
        for (Scored each : inFull) {
            add(
                    onFront.contains(each.trial().number()) ? front : each.within(board.bounds()) ? dominated : beyond,
                    each);
        }
        return option;
    }

    private static ObjectNode axis(Objective objective, boolean vertical, List<Scored> shown) {
        boolean more = objective.direction() == Direction.MAXIMIZE;
        String arrow = vertical ? (more ? "↑" : "↓") : (more ? "→" : "←");
        String unit = objective.unit().isEmpty() ? "" : " (" + objective.unit() + ")";
        boolean count = objective == Objective.PARAMETERS || objective == Objective.MACS;
        ObjectNode axis =
                Option.axis(objective.label() + unit + "   " + arrow + " better", count ? "count" : "number", vertical);
        axis.putArray("boundaryGap").add(GAP).add(GAP);
        DoubleSummaryStatistics values =
                shown.stream().flatMapToDouble(each -> extent(objective, each)).summaryStatistics();
        boolean positive = objective.origin() != Origin.UNTRAINED;
        if (positive && values.getMin() < GAP * (values.getMax() - values.getMin())) {
            axis.put("min", 0); // nothing that is measured here is less
        }
        return axis;
    }

    /** Where a point and its interval lie along an axis. */
    private static DoubleStream extent(Objective objective, Scored each) {
        return objective == Objective.LATENCY
                ? each.outcome().latency().stream()
                        .flatMapToDouble(report -> DoubleStream.of(report.lowNanos() / 1e6, report.highNanos() / 1e6))
                : DoubleStream.of(each.value(objective));
    }

    private static ObjectNode points(ObjectNode option, String name, String colour, int size) {
        ObjectNode series = Option.series(option, "scatter", name);
        series.put("symbolSize", size).put("cursor", "pointer").put("z", 3);
        series.putObject("itemStyle")
                .put("color", colour)
                .put("borderColor", "var:--falconet-card")
                .put("borderWidth", 1.5)
                .put("opacity", 1);
        series.putObject("emphasis").put("scale", 1.5);
        return series;
    }

    private void add(ObjectNode series, Scored each) {
        ObjectNode point = Option.point(series, each.value(x), each.value(y));
        point.put("key", Integer.toString(each.trial().number()));
        List<String[]> lines = new ArrayList<>();
        if (!board.inFull(each)) {
            lines.add(new String[] {"trained", each.trial().fidelity().words()});
        }
        lines.add(new String[] {"mAP50-95", Figures.precision(each.value(Objective.MAP50_95))});
        lines.add(new String[] {"mAP50", Figures.precision(each.value(Objective.MAP50))});
        each.outcome().latency().ifPresent(report -> {
            lines.add(new String[] {"latency", Figures.latency(report)});
            String ties = ties(each, report);
            if (!ties.isEmpty()) {
                lines.add(new String[] {"as fast as", ties});
            }
        });
        board.bounds().broken(each.outcome()).ifPresent(broken -> lines.add(new String[] {"not allowed", broken}));
        lines.add(new String[] {"parameters", Figures.count(each.value(Objective.PARAMETERS))});
        lines.add(new String[] {"MACs", Figures.count(each.value(Objective.MACS))});
        each.outcome()
                .scores()
                .forEach((score, value) -> lines.add(new String[] {score.label(), Figures.score(value)}));
        for (Map.Entry<String, String> part :
                Decisions.byPart(each.trial().architecture()).entrySet()) {
            lines.add(new String[] {part.getKey(), part.getValue()});
        }
        Option.tip(point, "Trial " + each.trial().number(), lines.toArray(String[][]::new));
    }

    /** The trials on the front whose latency cannot be told from this one's. */
    private String ties(Scored each, LatencyReport report) {
        return board.front().stream()
                .filter(other -> other != each)
                .filter(other -> other.outcome().latency().filter(report::ties).isPresent())
                .map(other -> Integer.toString(other.trial().number()))
                .collect(Collectors.joining(", "));
    }

    private void line(ObjectNode option, List<Scored> shown) {
        ObjectNode line = Option.series(option, "line", JOINED);
        line.put("step", x.direction() == Direction.MINIMIZE ? "end" : "start")
                .put("symbol", "none")
                .put("silent", true)
                .put("z", 2);
        line.putObject("lineStyle").put("color", Palette.BLUE).put("width", 1.5).put("opacity", 0.55);
        List<Scored> within =
                shown.stream().filter(each -> each.within(board.bounds())).toList();
        Board.front(within, List.of(x, y)).stream()
                .sorted(Comparator.comparingDouble(each -> each.value(x)))
                .forEach(each -> Option.point(line, each.value(x), each.value(y)));
    }

    private void intervals(ObjectNode option, List<Scored> shown) {
        if (x != Objective.LATENCY && y != Objective.LATENCY) {
            return;
        }
        ObjectNode intervals = Option.series(option, "custom", "interval");
        intervals
                .put("renderItem", x == Objective.LATENCY ? "fn:intervalX" : "fn:intervalY")
                .put("silent", true)
                .put("z", 1);
        intervals.putObject("itemStyle").put("color", Palette.MUTED);
        ObjectNode encode = intervals.putObject("encode");
        encode.putArray("x").add(0);
        encode.putArray("y").add(1);
        encode.withArray(x == Objective.LATENCY ? "x" : "y").add(2).add(3);
        for (Scored each : shown) {
            LatencyReport report = each.outcome().latency().orElseThrow();
            Option.point(intervals, each.value(x), each.value(y), report.lowNanos() / 1e6, report.highNanos() / 1e6);
        }
    }
}
