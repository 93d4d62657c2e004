package io.falconet.dashboard.study.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.dashboard.chart.Option;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.study.board.Board;
import io.falconet.dashboard.study.board.Sample;
import io.falconet.dashboard.study.board.TrialFilter;
import io.falconet.space.outcome.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trials as lines over parallel axes (Inselberg, 1985): what each decided, and what came of it; the better end of an
 * objective is above. The front is drawn whole, of the others a sample. A line is its values on the axes, and the number
 * of the trial.
 */
public final class ParallelChart {
    /** Trials beside the front that are drawn. */
    static final int MOST = 600;

    private static final String FRONT = "Pareto front";
    private static final String OTHERS = "others";

    private final Board board;
    private final List<ParallelAxis> axes;
    private final int[] front;
    private final int[] others;
    private final int[] drawn;

    /**
     * Of a study.
     *
     * @param decisions that have an axis; those that the study's trials do not take are passed over
     */
    public ParallelChart(Board board, List<String> decisions, TrialFilter filter) {
        this.board = board;
        List<Objective> objectives = board.objectives();
        int[] known = board.numbers()
                .filter(number -> board.ranked(number) && board.knows(objectives, number))
                .toArray();
        this.axes = Stream.concat(
                        decisions.stream().flatMap(name -> ParallelAxis.of(board, name, filter).stream()),
                        objectives.stream().map(objective -> ParallelAxis.of(board, objective, known, filter)))
                .toList();
        this.front = Arrays.stream(known).filter(board::onFront).toArray();
        this.others =
                Arrays.stream(known).filter(number -> !board.onFront(number)).toArray();
        this.drawn = Sample.of(others, MOST);
    }

    /** How many of the trials beside the front are drawn. */
    public String sampled() {
        return drawn.length == others.length
                ? ""
                : String.format(
                        Locale.ROOT,
                        "The whole front is drawn, and of the %,d other ranked trials %,d by chance. What is chosen on an axis filters all of them in the table.",
                        others.length,
                        drawn.length);
    }

    /** How many axes there are. */
    public int axes() {
        return axes.size();
    }

    /** What is wanted once a part of an axis was chosen; both ends are NaN where nothing of it is chosen any more. */
    public TrialFilter chosen(TrialFilter filter, String id, double low, double high) {
        return axes.stream()
                .filter(axis -> axis.id().equals(id))
                .findFirst()
                .map(axis -> axis.chosen(filter, low, high))
                .orElse(filter);
    }

    /** What ECharts draws. */
    public ObjectNode option() {
        ObjectNode option = Option.object();
        option.put("animation", false);
        option.putObject("textStyle").put("fontFamily", "var:--lumo-font-family");
        option.putArray("series");
        if (front.length + drawn.length == 0) {
            Option.remark(option, "No trial has figures yet");
            return option;
        }
        option.putObject("parallel")
                .put("left", 46)
                .put("right", 70)
                .put("top", 42)
                .put("bottom", 18);
        ArrayNode parallelAxes = option.putArray("parallelAxis");
        IntStream.range(0, axes.size())
                .forEach(place -> parallelAxes.add(axes.get(place).option(place, board)));
        lines(option, OTHERS, drawn, Palette.MUTED, 0.8, Math.max(0.12, Math.min(0.5, 40.0 / (drawn.length + 1))));
        lines(option, FRONT, front, Palette.BLUE, 1.6, front.length > 60 ? 0.55 : 0.85);
        return option;
    }

    private void lines(ObjectNode option, String name, int[] numbers, String colour, double width, double opacity) {
        ObjectNode series = Option.series(option, "parallel", name);
        series.put("inactiveOpacity", 0.02)
                .put("activeOpacity", Math.min(1, 1.6 * opacity))
                .put("progressive", 0);
        series.putObject("lineStyle").put("color", colour).put("width", width).put("opacity", opacity);
        ArrayNode data = series.withArray("data");
        for (int number : numbers) {
            double[] values = new double[axes.size() + 1];
            for (int axis = 0; axis < axes.size(); axis++) {
                values[axis] = axes.get(axis).value(board, number);
            }
            values[axes.size()] = number;
            Option.compact(data, values);
        }
    }
}
