package io.falconet.dashboard.study.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.dashboard.chart.Option;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.study.board.Board;
import io.falconet.dashboard.study.board.Ordered;
import io.falconet.dashboard.study.board.Range;
import io.falconet.dashboard.study.board.TrialFilter;
import io.falconet.results.columns.Decision;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Direction;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** One of parallel axes. */
interface ParallelAxis {
    /** The axis of a decision; nothing where trials took none, or too many. */
    static Optional<ParallelAxis> of(Board board, String name, TrialFilter filter) {
        List<Decision> decisions = board.trials().decisions();
        return IntStream.range(0, decisions.size())
                .filter(place -> decisions.get(place).name().equals(name)
                        && !decisions.get(place).open())
                .mapToObj(place -> (ParallelAxis) OfDecision.of(
                        place, decisions.get(place), filter.options().getOrDefault(name, Set.of())))
                .findFirst();
    }

    /** The axis of an objective, over the values of the given trials. */
    static ParallelAxis of(Board board, Objective objective, int[] numbers, TrialFilter filter) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int number : numbers) {
            least = Math.min(least, board.trials().value(objective, number));
            greatest = Math.max(greatest, board.trials().value(objective, number));
        }
        return new OfObjective(
                objective, least, greatest, Optional.ofNullable(filter.ranges().get(objective)));
    }

    /** By which the browser tells it from others. */
    String id();

    /** Where a trial lies on it. */
    double value(Board board, int number);

    /** What is wanted once a part of it was chosen. */
    TrialFilter chosen(TrialFilter filter, double low, double high);

    /** What ECharts draws, at a place among others; {@code chosen} are the ends of what is chosen. */
    ObjectNode option(int place, Board board);

    private static ObjectNode frame(int place, String id, String name) {
        ObjectNode axis = Option.object();
        axis.put("dim", place).put("id", id).put("name", name).put("realtime", false);
        axis.put("nameTruncateLength", 16).put("nameGap", 14);
        axis.putObject("nameTextStyle").put("color", Palette.INK).put("fontSize", 12);
        axis.putObject("axisLine")
                .putObject("lineStyle")
                .put("color", Palette.LINE)
                .put("width", 2);
        axis.putObject("axisTick").put("show", false);
        axis.putObject("areaSelectStyle")
                .put("width", 18)
                .put("color", Palette.ORANGE)
                .put("borderColor", Palette.ORANGE)
                .put("opacity", 0.35);
        return axis;
    }

    private static ObjectNode labels(ObjectNode axis) {
        return axis.putObject("axisLabel").put("color", Palette.INK).put("fontSize", 11);
    }

    /**
     * Of an objective.
     *
     * @param least of the values drawn
     * @param greatest of the values drawn
     */
    record OfObjective(Objective objective, double least, double greatest, Optional<Range> range)
            implements ParallelAxis {
        @Override
        public String id() {
            return objective.key();
        }

        @Override
        public double value(Board board, int number) {
            return board.trials().value(objective, number);
        }

        @Override
        public TrialFilter chosen(TrialFilter filter, double low, double high) {
            return filter.with(objective, Range.of(low, high));
        }

        @Override
        public ObjectNode option(int place, Board board) {
            String unit = objective.unit().isEmpty() ? "" : " (" + objective.unit() + ")";
            ObjectNode axis = frame(place, id(), objective.label() + unit);
            axis.put("type", "value").put("scale", true).put("inverse", objective.direction() == Direction.MINIMIZE);
            axis.put("nameLocation", objective.direction() == Direction.MINIMIZE ? "start" : "end"); // above
            boolean count = objective == Objective.PARAMETERS || objective == Objective.MACS;
            labels(axis).put("formatter", count ? "fn:count" : "fn:number");
            range.ifPresent(chosen ->
                    axis.putArray("chosen").add(Math.max(chosen.low(), least)).add(Math.min(chosen.high(), greatest)));
            return axis;
        }
    }

    /**
     * Of a decision.
     *
     * @param place among the decisions
     * @param options in the order in which they stand on the axis
     * @param steps where on the axis each option stands, by its place among the decision's
     * @param wanted options that are chosen
     */
    record OfDecision(int place, String name, List<String> options, int[] steps, Set<String> wanted)
            implements ParallelAxis {
        private static final String PREFIX = "d.";
        private static final double MARGIN = 0.4;

        static OfDecision of(int place, Decision decision, Set<String> wanted) {
            List<String> ordered = Ordered.options(decision);
            int[] steps = decision.options().stream().mapToInt(ordered::indexOf).toArray();
            return new OfDecision(place, decision.name(), ordered, steps, wanted);
        }

        @Override
        public String id() {
            return PREFIX + name;
        }

        @Override
        public double value(Board board, int number) {
            int option = board.trials().option(place, number);
            return option < 0 ? Double.NaN : steps[option];
        }

        @Override
        public TrialFilter chosen(TrialFilter filter, double low, double high) {
            Set<String> some = new LinkedHashSet<>();
            for (int step = 0; step < options.size(); step++) {
                if (step >= low && step <= high) {
                    some.add(options.get(step));
                }
            }
            return filter.with(name, some);
        }

        @Override
        public ObjectNode option(int at, Board board) {
            ObjectNode axis = frame(at, id(), name);
            axis.put("type", "category");
            ArrayNode data = axis.putArray("data");
            options.forEach(data::add);
            labels(axis)
                    .put("interval", options.size() > 14 ? options.size() / 8 : 0)
                    .put("overflow", "truncate")
                    .put("width", 84);
            int[] chosen = IntStream.range(0, options.size())
                    .filter(step -> wanted.contains(options.get(step)))
                    .toArray();
            if (chosen.length > 0) {
                axis.putArray("chosen")
                        .add(Arrays.stream(chosen).min().getAsInt() - MARGIN)
                        .add(Arrays.stream(chosen).max().getAsInt() + MARGIN);
            }
            return axis;
        }
    }
}
