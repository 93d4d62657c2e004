package io.falconet.cluster.cli.export;

import io.falconet.cluster.cli.model.Model;
import io.falconet.cluster.cli.model.ModelFiles;
import io.falconet.cluster.cli.model.Models;
import io.falconet.cluster.cli.model.PublishedModel;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.ProducedArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes models to files, a folder a model. */
@Command(
        name = "export",
        description = {"Write a model, or the whole front of a study, to files: a folder a model."})
public final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "MODEL", description = "The name of a study for its front. " + Models.DESCRIPTION)
    private String name;

    @Option(
            names = {"--to", "--format"},
            split = ",",
            description = "${COMPLETION-CANDIDATES} (default: onnx,config; onnx for models that detect nothing).")
    private List<ExportFormat> formats;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = ".", description = "Where to (default: here).")
    private Path out;

    @Option(
            names = "--classes",
            paramLabel = "N",
            description = "Kinds of object of a model that is not trained (default: the model's).")
    private Integer classes;

    @ArgGroup(exclusive = false)
    private DetectionsFile detections;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() throws IOException {
        Console console = Console.of(command);
        if (detections != null
                && formats != null
                && !formats.contains(ExportFormat.onnx)
                && !formats.contains(ExportFormat.zip)) {
            throw new RequestException(
                    "--postprocess with --to onnx was expected, found --to %s.".formatted(formats), "--to onnx.");
        }
        List<Model> models = new Models(store).findAll(name);
        if (models.isEmpty()) {
            throw new RequestException(
                    "Trials on the front of " + name + " were expected, found none.",
                    "the search has not evaluated any yet: falconet resume " + name + store.typed());
        }
        for (Model model : models) {
            if (!model.trained() && (formats == null || !formats.equals(List.of(ExportFormat.yaml)))) {
                console.say("%s was never trained here: its weights are random.%s", model.name(), otherMeaning(model));
            }
            write(model, console);
        }
        return 0;
    }

    /** A folder that is called as the zoo's model is another one. */
    private String otherMeaning(Model model) {
        boolean folder = model instanceof PublishedModel
                && Files.isRegularFile(Path.of(name).resolve(ProducedArtifact.CONFIGURATION));
        return folder ? " Maybe ./%s is meant, the folder.".formatted(name) : "";
    }

    private void write(Model model, Console console) throws IOException {
        Map<String, Supplier<byte[]>> files = new LinkedHashMap<>(ModelFiles.of(model, classes));
        List<ExportFormat> wanted = formats == null ? usual(files.keySet()) : formats;
        for (ExportFormat format : wanted) {
            if (!files.containsKey(format.needs())) {
                throw missing(model, files.keySet(), format);
            }
        }
        if (detections != null) {
            byte[] content = detections.of(model, files);
            files.put(DetectionsFile.NAME, () -> content);
        }
        ModelExport export = new ModelExport(model, model.classes(classes), files, out, console.out());
        if (!wanted.equals(List.of(ExportFormat.zip))) {
            export.folder(wanted);
        }
        if (wanted.contains(ExportFormat.zip)) {
            export.zip();
        }
        console.out().flush();
    }

    private static List<ExportFormat> usual(Set<String> files) {
        return files.contains(ProducedArtifact.CONFIGURATION)
                ? List.of(ExportFormat.onnx, ExportFormat.config)
                : List.of(ExportFormat.onnx);
    }

    private static RequestException missing(Model model, Set<String> files, ExportFormat format) {
        return new RequestException(
                "%s has the files %s, found no %s.".formatted(model.name(), files, format.needs()),
                model.trial().isPresent()
                        ? "the trial failed; falconet pareto lists those that did not."
                        : "--to onnx: only detectors have a configuration, which says how boxes are read.");
    }
}
