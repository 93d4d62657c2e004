package io.falconet.dashboard.study.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.study.board.Range;
import io.falconet.dashboard.study.board.TrialFilter;
import io.falconet.space.outcome.Objective;
import java.util.Optional;

/** The part of a plane that a filter leaves, drawn where it is: however it was chosen. */
final class ChosenArea {
    private ChosenArea() {}

    static void mark(ObjectNode series, Objective x, Objective y, TrialFilter filter) {
        Optional<Range> across = Optional.ofNullable(filter.ranges().get(x));
        Optional<Range> up = Optional.ofNullable(filter.ranges().get(y));
        if (across.isEmpty() && up.isEmpty()) {
            return;
        }
        ObjectNode area = series.putObject("markArea");
        area.put("silent", true).put("animation", false);
        area.putObject("itemStyle")
                .put("color", Palette.ORANGE)
                .put("opacity", 0.13)
                .put("borderColor", Palette.ORANGE)
                .put("borderWidth", 1);
        ArrayNode corners = area.putArray("data").addArray();
        ObjectNode low = corners.addObject();
        ObjectNode high = corners.addObject();
        across.ifPresent(range -> ends("xAxis", range, low, high));
        up.ifPresent(range -> ends("yAxis", range, low, high));
    }

    /** An end that is open is the axis' own. */
    private static void ends(String axis, Range range, ObjectNode low, ObjectNode high) {
        if (Double.isInfinite(range.low())) {
            low.put(axis, "min");
        } else {
            low.put(axis, range.low());
        }
        if (Double.isInfinite(range.high())) {
            high.put(axis, "max");
        } else {
            high.put(axis, range.high());
        }
    }
}
