package io.falconet.dashboard.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconet.dashboard.chart.Option;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.trial.Outline;
import io.falconet.dashboard.trial.Outline.Part;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Multiply-accumulates by stage, a bar a trial, in the order of the network from above. */
final class StageChart {
    private static final int BAR = 11;
    private static final int GAP = 10;
    private static final int MARGIN = 40;

    private final List<Compared> trials;
    private final List<Map<String, Part>> stages;
    private final List<String> scopes;

    /** Of trials all of which have a network. */
    StageChart(List<Compared> trials) {
        this.trials = trials;
        List<Outline> outlines = trials.stream()
                .map(each -> Outline.of(each.network().orElseThrow(), 2, Set.of()))
                .toList();
        this.stages = outlines.stream()
                .map(outline -> outline.parts().stream().collect(Collectors.toMap(Part::scope, part -> part)))
                .toList();
        this.scopes = Aligned.of(outlines.stream()
                .map(outline -> outline.parts().stream()
                        .filter(part -> part.macs() > 0)
                        .map(Part::scope)
                        .toList())
                .toList());
    }

    /** Pixels that it needs from top to bottom. */
    int height() {
        return scopes.size() * (trials.size() * BAR + GAP) + MARGIN;
    }

    ObjectNode option() {
        ObjectNode option = Option.frame();
        option.withObject("grid").put("top", 8).put("right", 30).put("bottom", 12);
        option.set("xAxis", Option.axis("", "count", false).put("min", 0));
        ObjectNode names = Option.axis("", "number", true);
        names.put("type", "category").put("inverse", true).remove("scale");
        names.withObject("axisLabel").remove("formatter");
        ArrayNode labels = names.putArray("data");
        scopes.forEach(labels::add);
        option.set("yAxis", names);
        for (Compared each : trials) {
            ObjectNode bars = Option.series(option, "bar", each.name());
            bars.put("barMaxWidth", BAR).put("barGap", "10%");
            bars.putObject("itemStyle").put("color", each.colour());
            for (String scope : scopes) {
                bar(bars, each, scope);
            }
        }
        return option;
    }

    private void bar(ObjectNode bars, Compared each, String scope) {
        Part part = stages.get(each.place()).get(scope);
        ObjectNode bar = bars.withArray("data").addObject();
        if (part == null) {
            bar.put("value", 0);
            Option.tip(bar, scope, new String[] {each.name(), "has no such stage"});
            return;
        }
        double all =
                stages.get(each.place()).values().stream().mapToLong(Part::macs).sum();
        bar.put("value", part.macs());
        Option.tip(
                bar,
                scope + ", " + each.name(),
                new String[] {"MACs", Figures.count(part.macs())},
                new String[] {"share", Figures.share(part.macs() / all)},
                new String[] {"parameters", Figures.count(part.parameters())});
    }
}
