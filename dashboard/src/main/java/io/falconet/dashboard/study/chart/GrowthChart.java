package io.falconet.dashboard.study.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.dashboard.chart.Option;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.study.board.Board;
import io.falconet.dashboard.study.board.Growth.Step;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** What a search had reached over the time since it began: its hypervolume, or the best value of an objective so far. */
public final class GrowthChart {
    private static final Duration LONG = Duration.ofHours(3);

    private final Board board;
    private final Optional<Objective> of;
    private final List<Step> steps;

    /**
     * Of a study.
     *
     * @param of whose best values; the hypervolume where it is nothing
     */
    public GrowthChart(Board board, Optional<Objective> of) {
        this.board = board;
        this.of = of;
        this.steps = of.map(objective -> board.growth().best().getOrDefault(objective, List.of()))
                .orElse(board.growth().hypervolume());
    }

    /** How many of the trials that improved the front are drawn; nothing where all are. */
    public String sampled() {
        int improvements = board.growth().improvements();
        return of.isPresent() || steps.size() >= improvements || steps.isEmpty()
                ? ""
                : "Measured after %,d of the %,d trials that came onto the front."
                        .formatted(steps.size(), improvements);
    }

    /** What ECharts draws. */
    public ObjectNode option() {
        ObjectNode option = Option.frame();
        Instant start = board.study().started().orElse(board.study().created());
        double unit = since(start, board.growth().lastNanos()).compareTo(LONG) > 0 ? 60 : 1;
        ObjectNode time = Option.axis((unit == 1 ? "minutes" : "hours") + " since the start", "number", false);
        time.put("min", 0);
        option.set("xAxis", time);
        option.set("yAxis", upward());
        ObjectNode line = Option.series(option, "line", of.map(Objective::label).orElse("hypervolume"));
        line.put("step", "end").put("symbolSize", steps.size() > 40 ? 4 : 6).put("symbol", "circle");
        line.putObject("lineStyle").put("color", Palette.GREEN).put("width", 2);
        line.putObject("itemStyle").put("color", Palette.GREEN);
        if (of.isEmpty()) {
            line.putObject("areaStyle").put("color", Palette.GREEN).put("opacity", 0.1);
        }
        if (steps.isEmpty()) {
            Option.remark(option, "No trial has figures yet");
        }
        DoubleFunction<String> words = of.<DoubleFunction<String>>map(objective -> value -> words(objective, value))
                .orElse(Figures::precision);
        for (Step each : steps) {
            Duration time0 = since(start, each.nanos());
            ObjectNode point = Option.point(line, minutes(time0) / unit, each.value());
            point.put("key", Integer.toString(each.number()));
            Option.tip(
                    point,
                    "After trial " + each.number(),
                    new String[] {of.map(Objective::label).orElse("dominated share"), words.apply(each.value())},
                    new String[] {"since the start", Figures.duration(time0)});
        }
        if (!steps.isEmpty()) {
            Step last = steps.get(steps.size() - 1);
            Option.point(line, minutes(since(start, board.growth().lastNanos())) / unit, last.value())
                    .put("symbol", "none");
        }
        return option;
    }

    private ObjectNode upward() {
        if (of.isEmpty()) {
            ObjectNode share = Option.axis("dominated share   ↑ better", "number", true);
            share.put("scale", false).put("min", 0);
            return share;
        }
        Objective objective = of.get();
        String unit = objective.unit().isEmpty() ? "" : " (" + objective.unit() + ")";
        boolean count = objective == Objective.PARAMETERS || objective == Objective.MACS;
        return Option.axis(
                "best %s%s   %s better"
                        .formatted(objective.label(), unit, objective.direction() == Direction.MAXIMIZE ? "↑" : "↓"),
                count ? "count" : "number",
                true);
    }

    private static String words(Objective objective, double value) {
        return switch (objective) {
            case MAP50_95, MAP50, MAP_SMALL -> Figures.precision(value);
            case LATENCY -> Figures.millis(value);
            case PARAMETERS, MACS -> Figures.count(value);
            case SYNFLOW, NASWOT, JACOV, GRAD_NORM -> Figures.score(value);
        };
    }

    private static Duration since(Instant start, long nanos) {
        Duration time = Duration.between(start, Instant.ofEpochSecond(0, nanos));
        return time.isNegative() ? Duration.ZERO : time;
    }

    private static double minutes(Duration time) {
        return time.toMillis() / 60_000.0;
    }
}
