package io.falconet.cluster.cli;

import io.falconet.cluster.driver.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "MODEL", description = "The name of a study for its front. " + Models.DESCRIPTION)
    private String name;

    @Option(
            names = "--to",
            split = ",",
            defaultValue = "onnx,config",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private List<ExportFormat> formats;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = ".", description = "Where to (default: here).")
    private Path out;

    @Option(
            names = "--classes",
            paramLabel = "N",
            description = "Kinds of object of a model that is not trained (default: the model's).")
    private Integer classes;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() throws IOException {
        Console console = Console.of(command);
        List<Model> models = new Models(store).findAll(name);
        if (models.isEmpty()) {
            throw new RequestException(
                    "Trials on the front of " + name + " were expected, found none.",
                    "the search has not evaluated any yet: falconet resume " + name + store.typed());
        }
        for (Model model : models) {
            if (model.trial().isEmpty()) {
                console.say("%s was never trained here: its weights are random.", model.name());
            }
            write(model, console);
        }
        return 0;
    }

    private void write(Model model, Console console) throws IOException {
        Map<String, byte[]> files = new ModelFiles(store).of(model, classes);
        Path folder = out.resolve(model.name());
        Files.createDirectories(folder);
        for (ExportFormat format : formats) {
            byte[] content = files.get(format.file());
            if (content == null) {
                throw new RequestException(
                        "%s left the files %s, found no %s.".formatted(model.name(), files.keySet(), format.file()),
                        "the trial failed; falconet pareto lists those that did not.");
            }
            Path file = folder.resolve(format.file());
            Files.write(file, content);
            console.out().println(file);
        }
        console.out().flush();
    }
}
