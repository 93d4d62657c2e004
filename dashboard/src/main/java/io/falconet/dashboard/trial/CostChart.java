package io.falconet.dashboard.trial;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.dashboard.chart.Option;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.trial.Outline.Part;
import io.falconet.space.graph.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Multiply-accumulates by stage, in the order of the network from above. */
final class CostChart {
    private CostChart() {}

    /** The parts drawn: those that cost anything. */
    static List<Part> parts(Network network) {
        return Outline.of(network, 2, Set.of()).parts().stream()
                .filter(part -> part.macs() > 0)
                .toList();
    }

    static ObjectNode option(Network network) {
        List<Part> parts = new ArrayList<>(parts(network));
        Collections.reverse(parts);
        double all = parts.stream().mapToLong(Part::macs).sum();
        ObjectNode option = Option.frame();
        option.withObject("grid").put("top", 8).put("right", 64).put("bottom", 8);
        option.set("xAxis", Option.object().put("type", "value").put("show", false));
        ObjectNode names = Option.axis("", "number", true);
        names.put("type", "category").remove("scale");
        names.withObject("axisLabel").remove("formatter");
        ArrayNode labels = names.putArray("data");
        option.set("yAxis", names);
        ObjectNode bars = Option.series(option, "bar", "MACs");
        bars.put("barMaxWidth", 16);
        bars.putObject("label")
                .put("show", true)
                .put("position", "right")
                .put("formatter", "fn:pointLabel")
                .put("color", Palette.INK);
        for (Part part : parts) {
            labels.add(part.scope());
            ObjectNode bar = bars.withArray("data").addObject();
            bar.put("value", part.macs()).put("text", Figures.share(part.macs() / all));
            bar.putObject("itemStyle").put("color", Drawing.colour(part.role()));
            Option.tip(
                    bar,
                    part.scope(),
                    new String[] {"MACs", Figures.count(part.macs())},
                    new String[] {"share", Figures.share(part.macs() / all)},
                    new String[] {"parameters", Figures.count(part.parameters())});
        }
        return option;
    }
}
