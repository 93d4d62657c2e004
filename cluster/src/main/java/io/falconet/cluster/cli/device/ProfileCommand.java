package io.falconet.cluster.cli.device;

import io.falconet.cluster.cli.model.Model;
import io.falconet.cluster.cli.model.ModelFiles;
import io.falconet.cluster.cli.model.Models;
import io.falconet.cluster.cli.model.UntrainedFiles;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.latency.measure.Measurement;
import io.falconet.latency.measure.MeasurementFormat;
import io.falconet.results.ResultsDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

/** Measures how long models take on this machine, or how fast one is trained. */
@Command(
        name = "profile",
        description = "Measure how long models take on this machine or a device, or how fast one is trained here.")
public final class ProfileCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(arity = "1..*", paramLabel = "MODEL", description = Models.DESCRIPTION)
    private List<String> names;

    @Option(names = "--threads", description = "An inference may use (default: 1), or a training (default: all cores).")
    private Integer threads;

    @Option(
            names = "--batch-sizes",
            split = ",",
            defaultValue = "1",
            paramLabel = "N",
            description =
                    "Images at a time, with commas between several (default: 1). More than one: with weights as drawn, on which times do not depend.")
    private List<Integer> batches;

    @Option(
            names = "--classes",
            paramLabel = "N",
            description = "Kinds of object of a model that is not trained (default: the model's).")
    private Integer classes;

    @Option(
            names = "--samples",
            paramLabel = "DIR",
            description = "Write every run that was timed, and what the machine said of itself: a JSON file a row.")
    private Path samples;

    @Option(
            names = "--predicted",
            description =
                    "Do not measure: say what is expected on a device that was calibrated (see falconet device calibrate).")
    private boolean predicted;

    @Mixin
    private DeviceOptions device;

    @ArgGroup(exclusive = false)
    private TrainingProfile training;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (training != null) {
            train();
            return 0;
        }
        int limit = threads == null ? 1 : threads;
        if (limit < 1 || batches.stream().anyMatch(batch -> batch < 1)) {
            throw new RequestException(
                    "At least 1 thread and 1 image at a time were expected, found %d and %s.".formatted(limit, batches),
                    "1.");
        }
        Models models = new Models(store);
        List<Model> found = names.stream().map(models::find).toList();
        if (predicted) {
            predict(found, limit);
            return 0;
        }
        DeviceOptions.Meter meter = device.meter(store);
        LatencyListing listing = new LatencyListing();
        for (int batch : batches) {
            List<String> rows = new ArrayList<>();
            List<byte[]> contents = new ArrayList<>();
            for (Model model : found) {
                parts(model, batch).forEach((row, content) -> {
                    rows.add(row);
                    contents.add(content.get());
                });
            }
            List<Measurement> measured = meter.measure(contents, limit, batch);
            for (int i = 0; i < rows.size(); i++) {
                listing.row(rows.get(i), measured.get(i));
                if (samples != null) {
                    keep("%s-batch%d".formatted(rows.get(i), batch), measured.get(i));
                }
            }
        }
        listing.print(format, Console.of(command));
        return 0;
    }

    private void predict(List<Model> models, int limit) {
        if (!batches.equals(List.of(1)) || samples != null) {
            throw new RequestException(
                    "With --predicted single images are timed, and no sample is taken; found --batch-sizes or --samples.",
                    "leave them away.");
        }
        try (ResultsDb db = store.open()) {
            new PredictedLatencies(device.profile(db, limit), new Calibrations(db.calibrations()))
                    .print(models, classes, format, Console.of(command));
        }
    }

    private void train() throws InterruptedException {
        if (names.size() > 1) {
            throw new RequestException(
                    "With --training one model was expected, found %s.".formatted(String.join(", ", names)),
                    "one after the other.");
        }
        int all = Runtime.getRuntime().availableProcessors();
        training.measure(new Models(store).find(names.get(0)), classes, threads == null ? all : threads)
                .print(format, command.commandLine().getOut());
    }

    /** What of a model is timed, by the name of its row. */
    private Map<String, Supplier<byte[]>> parts(Model model, int batch) {
        Map<String, Supplier<byte[]>> parts = new LinkedHashMap<>();
        if (batch > 1) {
            int kinds = model.classes(classes);
            parts.put(model.name(), () -> UntrainedFiles.of(model, kinds).anyBatch());
            return parts;
        }
        Map<String, Supplier<byte[]>> files = ModelFiles.of(model, classes);
        parts.put(model.name(), files.get(ProducedArtifact.ONNX));
        if (files.containsKey(UntrainedFiles.SECOND_STAGE)) {
            parts.put(model.name() + " second stage", files.get(UntrainedFiles.SECOND_STAGE));
        }
        return parts;
    }

    private void keep(String row, Measurement measured) throws IOException {
        Files.createDirectories(samples);
        Files.write(samples.resolve(row.replaceAll("[^\\w.,=-]+", "-") + ".json"), MeasurementFormat.write(measured));
    }
}
