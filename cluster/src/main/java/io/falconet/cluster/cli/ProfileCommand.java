package io.falconet.cluster.cli;

import io.falconet.cluster.cli.Listing.Column;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.latency.measure.ComputeGate;
import io.falconet.latency.measure.LatencyMeter;
import io.falconet.space.outcome.LatencyReport;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how long a model takes on this machine, or how fast it is trained. */
@Command(name = "profile", description = "Measure how long a model takes on this machine, or how fast it is trained.")
final class ProfileCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "MODEL", description = Models.DESCRIPTION)
    private String name;

    @Option(names = "--threads", description = "An inference may use (default: 1), or a training (default: all cores).")
    private Integer threads;

    @Option(
            names = "--classes",
            paramLabel = "N",
            description = "Kinds of object of a model that is not trained (default: the model's).")
    private Integer classes;

    @ArgGroup(exclusive = false)
    private TrainingProfile training;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() throws InterruptedException {
        Model model = new Models(store).find(name);
        if (training != null) {
            int all = Runtime.getRuntime().availableProcessors();
            training.measure(model, classes, threads == null ? all : threads)
                    .print(format, command.commandLine().getOut());
            return 0;
        }
        int limit = threads == null ? 1 : threads;
        Map<String, Supplier<byte[]>> files = new ModelFiles(store).of(model, classes);
        Listing listing = new Listing(
                Column.of("model", "model"),
                new Column("latency_ms", "median ms", "%.3f"),
                new Column("latency_low_ms", "95 % from ms", "%.3f"),
                new Column("latency_high_ms", "to ms", "%.3f"),
                Column.of("runs", "runs"),
                Column.of("threads", "threads"),
                Column.of("processor", "processor"),
                Column.of("runtime", "runtime"));
        measure(listing, name, limit, files.get(ProducedArtifact.ONNX));
        if (files.containsKey(UntrainedFiles.SECOND_STAGE)) {
            measure(listing, name + " second stage", limit, files.get(UntrainedFiles.SECOND_STAGE));
        }
        listing.print(format, command.commandLine().getOut());
        return 0;
    }

    private static void measure(Listing listing, String row, int limit, Supplier<byte[]> onnx)
            throws InterruptedException {
        LatencyReport latency = new LatencyMeter(new ComputeGate()).measure(onnx.get(), limit);
        listing.row(
                row,
                latency.medianMillis(),
                latency.lowNanos() / 1e6,
                latency.highNanos() / 1e6,
                latency.runs(),
                limit,
                latency.device().processor(),
                latency.device().runtime());
    }
}
