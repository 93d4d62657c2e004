package io.falconet.cluster.cli;

import io.falconet.cluster.cli.Listing.Column;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a model layer by layer: shapes, parameters, MACs. */
@Command(name = "describe", description = "Show a model layer by layer: shapes, parameters, MACs.")
final class DescribeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "MODEL", description = Models.DESCRIPTION)
    private String name;

    @Option(
            names = "--input",
            paramLabel = "SIDE",
            description = "Side of the images in pixels (default: the model's).")
    private Integer input;

    @Option(names = "--classes", defaultValue = "80", description = "Kinds of object (default: ${DEFAULT-VALUE}).")
    private int classes;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() {
        Model named = new Models(store).find(name);
        Model model = input == null ? named : named.withInput(input);
        Network network = Requests.check(() -> model.detector(classes).network());
        PrintWriter out = command.commandLine().getOut();
        if (format == OutputFormat.text) {
            summary(model, network, out);
        }
        layers(network).print(format, out);
        return 0;
    }

    private static void summary(Model model, Network network, PrintWriter out) {
        Complexity complexity = Complexity.of(network);
        out.println("architecture  " + model.architecture());
        out.println("network       " + network.id());
        out.println("input         " + network.input());
        out.println("outputs       "
                + network.outputShapes().stream().map(Shape::toString).collect(Collectors.joining(", ")));
        out.println("parameters    %,d (%,d executed, %,d with batch norms folded)"
                .formatted(complexity.parameters(), complexity.parametersExecuted(), complexity.parametersFused()));
        out.println("MACs          %,d".formatted(complexity.macs()));
        out.println();
    }

    private static Listing layers(Network network) {
        Listing listing = new Listing(
                Column.of("layer", "layer"),
                Column.of("operator", "operator"),
                Column.of("shape", "shape"),
                new Column("parameters", "parameters", "%,d"),
                new Column("macs", "MACs", "%,d"));
        for (Node node : network.nodes()) {
            listing.row(node.name(), node.op().toString(), node.shape().toString(), node.parameters(), node.macs());
        }
        return listing;
    }
}
