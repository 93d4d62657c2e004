package io.falconet.cluster.cli.model;

import io.falconet.cluster.cli.terminal.ImageSize;
import io.falconet.cluster.cli.terminal.Json;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import io.falconet.space.zoo.OutputShapes;
import io.falconet.space.zoo.ZooNetwork;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be said of a model: what it costs, what it gives, layer by layer.
 *
 * @param classes for which it was built
 */
record Description(Model model, ZooNetwork built, int classes) {
    void print(OutputFormat format, PrintWriter out) {
        switch (format) {
            case text -> {
                text(out);
                layers().print(format, out);
            }
            case csv -> layers().print(format, out);
            case json -> json(out);
        }
        out.flush();
    }

    private Network network() {
        return built.network();
    }

    /** The parameters on which an output depends. */
    private long effective() {
        return built.stages().stream()
                .mapToLong(stage -> Complexity.of(stage.live()).parameters())
                .sum();
    }

    private void text(PrintWriter out) {
        Complexity complexity = built.complexity();
        model.facts().forEach((fact, value) -> out.println("%-14s%s".formatted(fact, value)));
        out.println("network       " + built.id());
        out.println("input         " + network().input());
        out.println("classes       " + classes);
        out.println("outputs       " + built.outputs().value());
        out.println("maps          "
                + network().outputShapes().stream().map(Shape::toString).collect(Collectors.joining(", ")));
        out.println("parameters    %,d (%,d executed, %,d with batch norms folded, %,d effective)"
                .formatted(
                        complexity.parameters(),
                        complexity.parametersExecuted(),
                        complexity.parametersFused(),
                        effective()));
        out.println("MACs          %,d (%,d FLOPs)".formatted(complexity.macs(), complexity.flops()));
        if (!model.claims().empty()) {
            out.println();
            model.claims().print(out);
        }
        out.println();
    }

    private void json(PrintWriter out) {
        Complexity complexity = built.complexity();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", model.name());
        all.put("network", built.id());
        all.put("input", ImageSize.text(network().input()));
        all.put("classes", classes);
        all.put("parameters", complexity.parameters());
        all.put("parametersExecuted", complexity.parametersExecuted());
        all.put("parametersFused", complexity.parametersFused());
        all.put("parametersEffective", effective());
        all.put("macs", complexity.macs());
        all.put("flops", complexity.flops());
        all.put("outputs", built.outputs().value());
        all.put("maps", OutputShapes.maps(network()).value());
        all.put("claims", model.claims().objects());
        all.put("layers", layers().objects());
        Json.print(all, out);
    }

    private Listing layers() {
        Listing listing = new Listing(
                Column.of("layer", "layer"),
                Column.of("operator", "operator"),
                Column.of("shape", "shape"),
                new Column("parameters", "parameters", "%,d"),
                new Column("macs", "MACs", "%,d"),
                Column.of("runs", "runs"));
        built.stages().forEach(stage -> add(stage, listing));
        return listing;
    }

    private static void add(Network stage, Listing listing) {
        Set<String> live = stage.live().nodes().stream().map(Node::name).collect(Collectors.toSet());
        for (Node node : stage.nodes()) {
            boolean never = stage.idle().contains(node.name());
            listing.row(
                    node.name(),
                    node.op().toString(),
                    node.shape().toString(),
                    node.parameters(),
                    never ? 0 : node.macs(),
                    never ? "never" : live.contains(node.name()) ? "yes" : "unread");
        }
    }
}
