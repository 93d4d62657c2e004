package io.falconet.dashboard.study.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.dashboard.chart.Option;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.study.board.Board;
import io.falconet.dashboard.study.board.Sample;
import io.falconet.dashboard.study.board.Screen;
import io.falconet.results.columns.TrialColumns;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Direction;
import io.falconet.space.search.ObjectiveSpace;
import io.falconet.space.search.pareto.GrowingFront;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The scatter of a study's trials over two objectives. Those on the study's front are drawn bold, those that break a limit
 * hollow, those not trained in full small, those that a filter leaves orange; the line joins those of the ranked ones that
 * nothing of them beats in the two objectives shown. Of many trials that are not on the front, a sample is drawn. A point
 * is {@code [x, y, number of the trial]}.
 */
public final class FrontChart {
    /** Trials beside the front that are drawn by chance; one of each empty region comes on top. */
    static final int MOST = 2000;
    /** Where more trials are shown, those on the front alone have their intervals drawn. */
    static final int MOST_INTERVALS = 300;

    /** Where more trials are on the front, a number beside each would hide the others. */
    public static final int MOST_LABELS = 40;

    private static final String FRONT = "Pareto front";
    private static final String DOMINATED = "dominated";
    private static final String BEYOND = "over a limit";
    private static final String IN_PART = "trained in part";
    private static final String MATCHING = "in the table";
    private static final String PUBLISHED = "published";
    private static final String JOINED = "best in these two";

    private final Board board;
    private final TrialColumns trials;
    private final Objective x;
    private final Objective y;
    private final Screen screen;
    private final int[] shown;
    private final int[] drawn;

    /** Of what is chosen on a screen. */
    public FrontChart(Board board, Objective x, Objective y, Screen screen) {
        this.board = board;
        this.trials = board.trials();
        this.x = x;
        this.y = y;
        this.screen = screen;
        this.shown = board.numbers()
                .filter(number -> board.evaluated(number) && board.knows(List.of(x, y), number))
                .toArray();
        int[] others =
                Arrays.stream(shown).filter(number -> !board.onFront(number)).toArray();
        this.drawn = Sample.of(others, MOST, board, x, y);
    }

    /** How many of the trials beside the front are drawn; nothing where all are. */
    public String sampled() {
        int others = (int)
                Arrays.stream(shown).filter(number -> !board.onFront(number)).count();
        return drawn.length == others
                ? ""
                : "The whole front is drawn, and of the %,d other trials a sample of %,d: some by chance, and one of each place where none of those lies."
                        .formatted(others, drawn.length);
    }

    /** What ECharts draws. */
    public ObjectNode option() {
        ObjectNode option = Option.frame();
        option.set("xAxis", PlaneAxis.of(x, false, board, shown));
        option.set("yAxis", PlaneAxis.of(y, true, board, shown));
        if (shown.length == 0) {
            Option.remark(option, "No trial has both figures yet");
        }
        int[] front = Arrays.stream(shown).filter(board::onFront).toArray();
        intervals(option, shown.length > MOST_INTERVALS ? front : shown);
        line(option);
        add(points(option, IN_PART, Palette.MUTED, 5, 0.5), number -> !board.inFull(number));
        ObjectNode dominated = points(option, DOMINATED, Palette.MUTED, drawn.length > 500 ? 6 : 9, 0.75);
        add(dominated, number -> board.inFull(number) && board.within(number));
        ObjectNode beyond = points(option, BEYOND, "transparent", 9, 1);
        beyond.withObject("itemStyle").put("borderColor", Palette.VERMILION);
        add(beyond, number -> board.inFull(number) && !board.within(number));
        matching(option);
        ObjectNode best = points(option, FRONT, Palette.BLUE, front.length > 60 ? 9 : 13, 1);
        if (front.length <= MOST_LABELS) {
            label(best, "fn:key");
        }
        Arrays.stream(front).forEach(number -> point(best, number));
        published(option);
        ChosenArea.mark(dominated, x, y, screen.filter());
        return option;
    }

    private void add(ObjectNode series, IntPredicate of) {
        Arrays.stream(drawn).filter(of).forEach(number -> point(series, number));
    }

    private void point(ObjectNode series, int number) {
        Option.compact(series.withArray("data"), trials.value(x, number), trials.value(y, number), number);
    }

    private static ObjectNode points(ObjectNode option, String name, String colour, int size, double opacity) {
        ObjectNode series = Option.series(option, "scatter", name);
        series.put("symbolSize", size).put("cursor", "pointer").put("z", name.equals(FRONT) ? 4 : 3);
        series.putObject("itemStyle")
                .put("color", colour)
                .put("borderColor", "var:--falconet-card")
                .put("borderWidth", size > 6 ? 1.5 : 0.5)
                .put("opacity", opacity);
        series.putObject("emphasis").put("scale", 1.5);
        return series;
    }

    private void label(ObjectNode series, String text) {
        series.putObject("label")
                .put("show", true)
                .put("position", x.direction() == Direction.MINIMIZE ? "left" : "right")
                .put("distance", 1)
                .put("formatter", text)
                .put("color", Palette.INK)
                .put("fontSize", 11)
                .putArray("offset")
                .add(0)
                .add(y.direction() == Direction.MAXIMIZE ? -9 : 9);
        series.putObject("labelLayout").put("hideOverlap", true);
    }

    /** What the table shows, where that is not everything. */
    private void matching(ObjectNode option) {
        if (screen.filter().all()) {
            return;
        }
        IntPredicate wanted = screen.filter().on(board);
        ObjectNode matching = points(option, MATCHING, Palette.ORANGE, 7, 0.9);
        int[] numbers = Arrays.stream(shown)
                .filter(number -> !board.onFront(number) && wanted.test(number))
                .toArray();
        Arrays.stream(Sample.of(numbers, MOST / 2)).forEach(number -> point(matching, number));
    }

    private void published(ObjectNode option) {
        if (board.published().isEmpty()) {
            return;
        }
        ObjectNode series = points(option, PUBLISHED, Palette.GREEN, 13, 1);
        series.put("symbol", "diamond").put("z", 5);
        label(series, "fn:pointLabel");
        series.withObject("label").put("position", "right"); // where the front seldom is
        board.published().forEach((number, name) -> {
            if (board.knows(List.of(x, y), number)) {
                ObjectNode point = Option.point(series, trials.value(x, number), trials.value(y, number));
                point.put("key", Integer.toString(number)).put("text", name);
            }
        });
    }

    private void line(ObjectNode option) {
        ObjectNode line = Option.series(option, "line", JOINED);
        line.put("step", x.direction() == Direction.MINIMIZE ? "end" : "start")
                .put("symbol", "none")
                .put("silent", true)
                .put("z", 2);
        line.putObject("lineStyle").put("color", Palette.BLUE).put("width", 1.5).put("opacity", 0.55);
        GrowingFront<Integer> best = new GrowingFront<>();
        IntStream.of(shown)
                .filter(board::ranked)
                .forEach(number -> best.offer(number, new double[] {
                    ObjectiveSpace.minimised(x, trials.value(x, number)),
                    ObjectiveSpace.minimised(y, trials.value(y, number))
                }));
        ArrayNode data = line.withArray("data");
        best.items().stream()
                .sorted(Comparator.comparingDouble((Integer number) -> trials.value(x, number))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(number -> Option.compact(data, trials.value(x, number), trials.value(y, number)));
    }

    private void intervals(ObjectNode option, int[] of) {
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
        ArrayNode data = intervals.withArray("data");
        for (int number : of) {
            Option.compact(
                    data,
                    trials.value(x, number),
                    trials.value(y, number),
                    trials.lowMillis(number),
                    trials.highMillis(number));
        }
    }
}
