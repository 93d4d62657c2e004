package io.falconet.cluster.cli.data;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.evaluator.synthetic.SyntheticDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Generates a data set of small flying things. */
@Command(name = "synth", description = "Generate a data set of small objects on textured backgrounds.")
final class DataSynthCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "DIR", description = "Where to.")
    private Path folder;

    @Option(names = "--train", defaultValue = "240", description = "Images to learn from (default: ${DEFAULT-VALUE}).")
    private int train;

    @Option(
            names = "--validation",
            defaultValue = "60",
            description = "Images to be scored on (default: ${DEFAULT-VALUE}).")
    private int validation;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed, the same images (default: 1).")
    private long seed;

    @Override
    public Integer call() throws IOException {
        Console console = Console.of(command);
        SyntheticDataset data = Requests.check(() -> new SyntheticDataset(train, validation, seed));
        SyntheticDataset.Location files = data.write(folder, done -> {});
        console.say("%d images with their labels:", train + validation);
        console.out().println(files.train());
        console.out().println(files.validation());
        console.out().println(files.images());
        console.out().flush();
        return 0;
    }
}
