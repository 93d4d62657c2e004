package io.falconet.cluster.cli;

import io.falconet.cluster.cli.Listing.Column;
import io.falconet.space.graph.Complexity;
import io.falconet.space.zoo.ZooModel;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the published systems with what they cost. */
@Command(name = "zoo", description = "List the published systems, with parameters and MACs.")
final class ZooCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--classes", defaultValue = "80", description = "Kinds of object (default: ${DEFAULT-VALUE}).")
    private int classes;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Override
    public Integer call() {
        Listing listing = new Listing(
                Column.of("model", "model"),
                new Column("input", "input px", "%d"),
                new Column("parameters", "parameters", "%,d"),
                new Column("macs", "MACs", "%,d"),
                Column.of("source", "source"));
        for (ZooModel model : ZooModel.all()) {
            Complexity complexity = model.recipe().build(model.image(), classes).complexity();
            listing.row(
                    model.name(), model.image().height(), complexity.parameters(), complexity.macs(), model.source());
        }
        listing.print(format, command.commandLine().getOut());
        return 0;
    }
}
