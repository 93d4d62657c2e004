package io.falconet.dashboard.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The parts of which our chart options are made, in the terms of ECharts. A text {@code fn:name} is replaced in the
 * browser by the function of that name in {@code chart.js}.
 */
public final class Option {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Option() {}

    /** An empty object. */
    public static ObjectNode object() {
        return JSON.objectNode();
    }

    /** The frame that all charts share: margins, no title, our tooltip. */
    public static ObjectNode frame() {
        ObjectNode option = object();
        option.putObject("grid")
                .put("left", 12)
                .put("right", 24)
                .put("top", 34)
                .put("bottom", 34)
                .put("containLabel", true);
        option.putObject("tooltip")
                .put("trigger", "item")
                .put("confine", true)
                .put("formatter", "fn:tip")
                .put("backgroundColor", "var:--falconet-card")
                .put("borderColor", Palette.LINE)
                .putObject("textStyle")
                .put("color", "var:--falconet-ink")
                .put("fontSize", 13);
        option.putObject("textStyle").put("fontFamily", "var:--lumo-font-family");
        option.put("animationDuration", 300).put("animationDurationUpdate", 300);
        option.putObject("aria").put("enabled", false);
        option.putArray("series");
        return option;
    }

    /** A value axis with its name along it and labels by a function of chart.js: number, count, percent. */
    public static ObjectNode axis(String name, String labels, boolean vertical) {
        ObjectNode axis = object();
        axis.put("type", "value")
                .put("name", name)
                .put("nameLocation", vertical ? "end" : "middle")
                .put("nameGap", vertical ? 16 : 30)
                .put("scale", true);
        axis.putObject("nameTextStyle")
                .put("color", Palette.INK)
                .put("fontSize", 13)
                .put("align", vertical ? "left" : "center");
        axis.putObject("axisLabel")
                .put("color", Palette.INK)
                .put("hideOverlap", true)
                .put("formatter", "fn:" + labels);
        axis.putObject("splitLine").putObject("lineStyle").put("color", Palette.LINE);
        axis.putObject("axisLine")
                .put("show", !vertical)
                .put("onZero", false)
                .putObject("lineStyle")
                .put("color", Palette.LINE);
        axis.putObject("axisTick").put("show", false);
        return axis;
    }

    /** Says in the middle of a chart why there is nothing in it. */
    public static void remark(ObjectNode option, String text) {
        ObjectNode remark = option.putArray("graphic").addObject();
        remark.put("type", "text").put("left", "center").put("top", "45%").put("silent", true);
        remark.putObject("style").put("text", text).put("fill", Palette.INK).put("fontSize", 14);
    }

    /** Adds a series of points {@code {value: [x, y], …}} to an option. */
    public static ObjectNode series(ObjectNode option, String type, String name) {
        ObjectNode series = option.withArray("series").addObject();
        series.put("type", type).put("name", name).put("id", name);
        series.putArray("data");
        return series;
    }

    /** Adds a point to a series. */
    public static ObjectNode point(ObjectNode series, double... values) {
        ObjectNode point = series.withArray("data").addObject();
        ArrayNode value = point.putArray("value");
        for (double each : values) {
            value.add(each);
        }
        return point;
    }

    /** Adds a point as an array of bare values, of four digits each: of many, a tenth of what objects take. NaN is nothing. */
    public static void compact(ArrayNode data, double... values) {
        ArrayNode point = data.addArray();
        for (double each : values) {
            double rounded = rounded(each);
            if (Double.isNaN(rounded)) {
                point.addNull();
            } else if (rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15) {
                point.add((long) rounded);
            } else {
                point.add(rounded);
            }
        }
    }

    /** A whole number stays whole. */
    private static double rounded(double value) {
        if (value == Math.rint(value) || Double.isNaN(value)) {
            return value;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 3);
        return unit < 1 ? Math.round(value / unit) / Math.rint(1 / unit) : Math.round(value / unit) * unit;
    }

    /** Adds a line to a point's tooltip, below its title. */
    public static void tip(ObjectNode point, String title, String[]... lines) {
        ObjectNode tip = point.putObject("tip").put("title", title);
        ArrayNode rows = tip.putArray("lines");
        for (String[] line : lines) {
            rows.addArray().add(line[0]).add(line[1]);
        }
    }
}
