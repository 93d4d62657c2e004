package io.falconet.dashboard.trial;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.dashboard.chart.Option;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.page.Figures;
import io.falconet.space.outcome.LatencyReport;
import java.util.List;

/** Every timed run in its order, round after round, with the median and its interval across. */
final class LatencyChart {
    /** Of more runs every second, third … is drawn. */
    static final int MOST = 2_000;

    private LatencyChart() {}

    /** Every how many runs one is drawn. */
    static int step(LatencyRuns runs) {
        return (runs.count() + MOST - 1) / MOST;
    }

    static ObjectNode option(LatencyRuns runs, LatencyReport report) {
        ObjectNode option = Option.frame();
        option.set("xAxis", Option.axis("timed run", "number", false));
        option.set("yAxis", Option.axis("ms   ↓ better", "number", true));
        int run = 0;
        int step = step(runs);
        for (int round = 0; round < runs.rounds().size(); round++) {
            ObjectNode dots = Option.series(option, "scatter", "round " + (round + 1));
            dots.put("symbolSize", 4);
            dots.putObject("itemStyle")
                    .put("color", round % 2 == 0 ? Palette.BLUE : Palette.ORANGE)
                    .put("opacity", 0.6);
            if (round == 0) {
                median(dots, report);
            }
            List<Long> nanos = runs.rounds().get(round);
            for (int i = 0; i < nanos.size(); i++, run++) {
                if (run % step == 0) {
                    Option.tip(
                            Option.point(dots, run + 1, nanos.get(i) / 1e6),
                            "Run " + (run + 1),
                            new String[] {"took", Figures.millis(nanos.get(i) / 1e6)},
                            new String[] {"round", Integer.toString(round + 1)});
                }
            }
        }
        return option;
    }

    private static void median(ObjectNode dots, LatencyReport report) {
        ObjectNode line = dots.putObject("markLine");
        line.put("silent", true).put("symbol", "none");
        line.putObject("label").put("show", false);
        line.putObject("lineStyle")
                .put("color", Palette.GREEN)
                .put("type", "solid")
                .put("width", 1.5);
        line.putArray("data").addObject().put("yAxis", report.medianMillis());
        ObjectNode area = dots.putObject("markArea");
        area.put("silent", true);
        area.putObject("itemStyle").put("color", Palette.GREEN).put("opacity", 0.18);
        ArrayNode band = area.putArray("data").addArray();
        band.addObject().put("yAxis", report.lowNanos() / 1e6);
        band.addObject().put("yAxis", report.highNanos() / 1e6);
    }
}
