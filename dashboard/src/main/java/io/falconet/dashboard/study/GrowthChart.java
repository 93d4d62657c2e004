package io.falconet.dashboard.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.dashboard.chart.Option;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.page.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The hypervolume over the time since the search began. */
final class GrowthChart {
    private GrowthChart() {}

    static ObjectNode option(Board board, List<Growth> growth) {
        ObjectNode option = Option.frame();
        ObjectNode time = Option.axis("minutes since the start", "number", false);
        time.put("min", 0);
        option.set("xAxis", time);
        ObjectNode share = Option.axis("dominated share   ↑ better", "number", true);
        share.put("scale", false).put("min", 0);
        option.set("yAxis", share);
        ObjectNode line = Option.series(option, "line", "hypervolume");
        line.put("step", "end").put("symbolSize", 6).put("symbol", "circle");
        line.putObject("lineStyle").put("color", Palette.GREEN).put("width", 2);
        line.putObject("itemStyle").put("color", Palette.GREEN);
        line.putObject("areaStyle").put("color", Palette.GREEN).put("opacity", 0.1);
        Instant start = board.study().started().orElse(board.study().created());
        if (growth.isEmpty()) {
            Option.remark(option, "No trial has figures yet");
        }
        for (Growth each : growth) {
            Instant at = each.trial().trial().finished().orElse(start);
            double minutes = Math.max(0, Duration.between(start, at).toMillis() / 60_000.0);
            ObjectNode point = Option.point(line, minutes, each.hypervolume());
            point.put("key", Integer.toString(each.trial().trial().number()));
            Option.tip(
                    point,
                    "After trial " + each.trial().trial().number(),
                    new String[] {"dominated share", Figures.precision(each.hypervolume())},
                    new String[] {"since the start", Figures.duration(Duration.between(start, at))});
        }
        return option;
    }
}
