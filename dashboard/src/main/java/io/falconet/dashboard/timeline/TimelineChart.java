package io.falconet.dashboard.timeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.dashboard.chart.Option;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.page.Figures;
import io.falconet.results.TrialState;
import io.falconet.space.outcome.Fidelity;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Evaluations as bars on lanes, in minutes since the study began; a colour a fidelity. A bar's key is its trial's number. */
final class TimelineChart {
    static final String IN_FLIGHT = "in flight";
    static final String WITHOUT = "ended without figures";
    private static final List<String> COLOURS = List.of(Palette.BLUE, Palette.GREEN, Palette.ORANGE);
    private static final int LANE = 22;
    private static final int MARGIN = 64;

    private final List<Stint> stints;
    private final Instant start;
    private final Map<String, String> colours = new LinkedHashMap<>();

    /**
     * Of those evaluations.
     *
     * @param start when the study began
     */
    TimelineChart(List<Stint> stints, Instant start) {
        this.stints = stints;
        this.start = start;
        stints.stream()
                .map(stint -> stint.trial().fidelity())
                .distinct()
                .sorted(Comparator.comparingInt(Fidelity::epochs).thenComparingInt(Fidelity::images))
                .forEach(fidelity ->
                        colours.put(fidelity.label(), COLOURS.get(Math.min(colours.size(), COLOURS.size() - 1))));
        if (stints.stream().anyMatch(stint -> kind(stint).equals(WITHOUT))) {
            colours.put(WITHOUT, Palette.VERMILION);
        }
        if (stints.stream().anyMatch(stint -> kind(stint).equals(IN_FLIGHT))) {
            colours.put(IN_FLIGHT, Palette.MUTED);
        }
    }

    /** What the colours mean. */
    Map<String, String> colours() {
        return colours;
    }

    /** Pixels that it needs from top to bottom. */
    int height() {
        return lanes() * LANE + MARGIN;
    }

    int lanes() {
        return stints.stream().mapToInt(stint -> stint.lane() + 1).max().orElse(0);
    }

    ObjectNode option() {
        ObjectNode option = Option.frame();
        option.withObject("grid").put("top", 8);
        option.set("xAxis", Option.axis("minutes since the start", "number", false));
        ObjectNode lanes = Option.axis("", "number", true);
        lanes.put("type", "category").put("inverse", true).remove("scale");
        lanes.withObject("axisLabel").remove("formatter");
        ArrayNode labels = lanes.putArray("data");
        for (int lane = 1; lane <= lanes(); lane++) {
            labels.add(Integer.toString(lane));
        }
        option.set("yAxis", lanes);
        Map<String, ObjectNode> series = new LinkedHashMap<>();
        colours.forEach((kind, colour) -> series.put(kind, series(option, kind, colour)));
        stints.forEach(stint -> add(series.get(kind(stint)), stint));
        return option;
    }

    private static ObjectNode series(ObjectNode option, String kind, String colour) {
        ObjectNode bars = Option.series(option, "custom", kind);
        bars.put("renderItem", "fn:stint").put("cursor", "pointer");
        bars.putObject("itemStyle").put("color", colour);
        ObjectNode encode = bars.putObject("encode");
        encode.putArray("x").add(0).add(2);
        encode.put("y", 1);
        return bars;
    }

    private void add(ObjectNode bars, Stint stint) {
        ObjectNode bar = Option.point(bars, minutes(stint.from()), stint.lane(), minutes(stint.to()));
        bar.put("key", Integer.toString(stint.trial().number()));
        Option.tip(
                bar,
                "Trial " + stint.trial().number(),
                new String[] {"state", stint.trial().state().name().toLowerCase(Locale.ROOT)},
                new String[] {"training", stint.trial().fidelity().label()},
                new String[] {"began after", Figures.duration(Duration.between(start, stint.from()))},
                new String[] {"took", Figures.duration(Duration.between(stint.from(), stint.to()))});
    }

    private double minutes(Instant at) {
        return Math.round(Duration.between(start, at).toMillis() / 60.0) / 1000.0;
    }

    private static String kind(Stint stint) {
        TrialState state = stint.trial().state();
        return state == TrialState.EVALUATED
                ? stint.trial().fidelity().label()
                : state == TrialState.RUNNING ? IN_FLIGHT : WITHOUT;
    }
}
