package io.falconet.cluster.cli.model;

import io.falconet.cluster.cli.terminal.ImageSize;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.space.graph.Shape;
import io.falconet.space.zoo.ZooNetwork;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a model costs and gives, layer by layer, and what is said of it. */
@Command(name = "describe", description = "Show what a model costs and gives, layer by layer.")
public final class DescribeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "MODEL", description = Models.DESCRIPTION)
    private String name;

    @Option(
            names = "--input",
            paramLabel = "HxW",
            converter = ImageSize.class,
            description = "Height and width of the images in pixels, or one side of a square (default: the model's).")
    private Shape input;

    @Option(names = "--classes", paramLabel = "N", description = "Kinds to tell apart (default: the model's).")
    private Integer classes;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() {
        Model model = new Models(store).find(name);
        int kinds = model.classes(classes);
        ZooNetwork built = new FittingInput(model, kinds).build(input == null ? model.image() : input);
        new Description(model, built, kinds).print(format, command.commandLine().getOut());
        return 0;
    }
}
