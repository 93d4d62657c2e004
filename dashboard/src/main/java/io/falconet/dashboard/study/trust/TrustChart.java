package io.falconet.dashboard.study.trust;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.dashboard.chart.Option;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.page.Figures;
import io.falconet.space.rank.Proxy;
import io.falconet.space.rank.Trust;
import java.util.Map;
import java.util.Set;

/**
 * The scatter of networks by what they reached in the study and in the longer training: where both rank the same, it only
 * rises. A point's key is its trial's number.
 */
final class TrustChart {
    /** Room left before the least and after the greatest value, as a share of the axis. */
    private static final double GAP = 0.06;

    private final Trust trust;
    private final Map<String, Integer> numbers;
    private final Set<String> onFront;

    /**
     * Of what is known.
     *
     * @param numbers of the trials of the study's own training, by network
     * @param onFront networks on the study's front
     */
    TrustChart(Trust trust, Map<String, Integer> numbers, Set<String> onFront) {
        this.trust = trust;
        this.numbers = numbers;
        this.onFront = onFront;
    }

    ObjectNode option() {
        ObjectNode option = Option.frame();
        String label = trust.objective().label() + " after ";
        option.set("xAxis", axis(label + trust.study().label(), false));
        option.set("yAxis", axis(label + trust.reference().label(), true));
        ObjectNode rest = series(option, "not on it", Palette.MUTED);
        ObjectNode front = series(option, "on the front", Palette.BLUE);
        trust.own().ifPresent(own -> own.pairs().stream()
                .filter(pair -> numbers.containsKey(pair.networkId()))
                .forEach(pair ->
                        add(onFront.contains(pair.networkId()) ? front : rest, numbers.get(pair.networkId()), pair)));
        return option;
    }

    private static ObjectNode axis(String name, boolean vertical) {
        ObjectNode axis = Option.axis(name, "number", vertical);
        axis.putArray("boundaryGap").add(GAP).add(GAP);
        return axis;
    }

    private static ObjectNode series(ObjectNode option, String name, String colour) {
        ObjectNode series = Option.series(option, "scatter", name);
        series.put("symbolSize", 11).put("cursor", "pointer");
        series.putObject("itemStyle")
                .put("color", colour)
                .put("borderColor", "var:--falconet-card")
                .put("borderWidth", 1.5)
                .put("opacity", 1);
        return series;
    }

    private void add(ObjectNode series, int number, Proxy.Pair pair) {
        ObjectNode point = Option.point(series, pair.proxy(), pair.reference());
        point.put("key", Integer.toString(number));
        Option.tip(
                point,
                "Trial " + number,
                new String[] {trust.study().label(), Figures.precision(pair.proxy())},
                new String[] {trust.reference().label(), Figures.precision(pair.reference())});
    }
}
