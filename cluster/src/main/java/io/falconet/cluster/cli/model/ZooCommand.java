package io.falconet.cluster.cli.model;

import io.falconet.cluster.cli.terminal.ImageSize;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.driver.RequestException;
import io.falconet.space.graph.Complexity;
import io.falconet.space.zoo.ZooModel;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the published systems with what they cost, and with what is wrongly said that they cost. */
@Command(
        name = "zoo",
        description = {
            "List the published systems, with parameters and MACs, each at the size and for the classes that it was published for.",
            "Below it, what their sources claim and is not so."
        })
public final class ZooCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(
            arity = "0..1",
            paramLabel = "WORD",
            description = "Only those whose name, alias, task or source contains it.")
    private String word;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    private final ClaimListing claims = new ClaimListing();

    @Override
    public Integer call() {
        List<ZooModel> found = ZooModel.all().stream().filter(this::wanted).toList();
        if (found.isEmpty()) {
            throw new RequestException(
                    "A model with \"%s\" in its name, alias, task or source was expected, found none.".formatted(word),
                    "falconet zoo lists all.");
        }
        Listing models = new Listing(columns());
        found.forEach(model -> add(model, models));
        PrintWriter out = command.commandLine().getOut();
        models.print(format, out);
        if (format == OutputFormat.text && !claims.empty()) {
            out.println();
            out.println("What their sources claim, and what is so:");
            out.println();
            claims.print(out);
        }
        return 0;
    }

    private boolean wanted(ZooModel model) {
        String lower = word == null ? "" : word.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(model.name(), task(model), model.source()), model.aliases().stream())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(lower));
    }

    private static String task(ZooModel model) {
        return model.task().name().toLowerCase(Locale.ROOT);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("model", "model"),
                Column.of("task", "task"),
                Column.of("input", "input"),
                Column.of("classes", "classes"),
                new Column("parameters", "parameters", "%,d"),
                new Column("parametersExecuted", "executed", "%,d"),
                new Column("macs", "MACs", "%,d"),
                Column.of("source", "source")));
        if (format != OutputFormat.text) {
            columns.add(Column.of("claims", "claims"));
        }
        return columns;
    }

    private void add(ZooModel model, Listing models) {
        Complexity complexity = model.published().complexity();
        List<Object> row = new ArrayList<>(List.of(
                model.name(),
                task(model),
                ImageSize.text(model.image()),
                model.classes(),
                complexity.parameters(),
                complexity.parametersExecuted(),
                complexity.macs(),
                model.source()));
        switch (format) {
            case text -> {}
            case json -> row.add(new ClaimListing().add(model, model.claims()).objects());
            case csv -> row.add(ClaimListing.inWords(model.claims()));
        }
        models.row(row);
        if (format == OutputFormat.text) {
            claims.add(
                    model,
                    model.claims().stream().filter(claim -> !claim.right()).toList());
        }
    }
}
