package io.falconet.cluster.cli.score;

import io.falconet.cluster.cli.data.NamedData;
import io.falconet.cluster.cli.model.Model;
import io.falconet.cluster.cli.model.Models;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.ImageSize;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.proxy.Scoring;
import io.falconet.space.graph.Shape;
import io.falconet.space.study.StudyException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores models without training them, or tells how well such scores rank what a study trained. */
@Command(
        name = "score",
        description = {
            "Score models without training them (MODEL... --data), or tell how well such scores rank the trials of a study (--study).",
            "Parameters and MACs stand beside the scores: they are free, and to be beaten."
        })
public final class ScoreCommand implements Callable<Integer> {
    private static final String EITHER = "falconet score MODEL --data DIR, or falconet score --study NAME.";

    @Spec
    private CommandSpec command;

    @Parameters(arity = "0..*", paramLabel = "MODEL", description = Models.DESCRIPTION)
    private List<String> names = List.of();

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "Whose training images the models look at. " + NamedData.DESCRIPTION)
    private Path data;

    @Option(
            names = "--study",
            paramLabel = "NAME",
            description =
                    "Score all evaluated trials of a stored study on its data, and print how each score ranks them beside their mAP50-95.")
    private String study;

    @Option(
            names = "--input",
            paramLabel = "HxW",
            converter = ImageSize.class,
            description = "Height and width of the images in pixels, or one side of a square (default: the model's).")
    private Shape input;

    @Option(
            names = "--images",
            defaultValue = "16",
            description = "Training images that each model looks at (default: ${DEFAULT-VALUE}).")
    private int images;

    @Option(names = "--seed", defaultValue = "1", description = "Of weights and images (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() throws StudyException {
        if (images < Scoring.FEWEST_IMAGES) {
            throw new RequestException(
                    "At least %d images were expected, which scores compare, found --images %d."
                            .formatted(Scoring.FEWEST_IMAGES, images),
                    "16, which is usual.");
        }
        Console console = Console.of(command);
        Listing listing = study == null ? models(console) : trials(console);
        listing.print(format, console.out());
        return 0;
    }

    private Listing models(Console console) throws StudyException {
        if (names.isEmpty() || data == null) {
            throw new RequestException(
                    "Models and data, or a study, were expected, found %s."
                            .formatted(data != null ? "--data alone" : names.isEmpty() ? "neither" : "models alone"),
                    EITHER);
        }
        Models models = new Models(store);
        List<Model> found = names.stream().map(models::find).toList();
        ScoringData looked = ScoringData.of(NamedData.of(data), console);
        return new ModelScores(looked, images, seed).of(found, input);
    }

    private Listing trials(Console console) {
        if (!names.isEmpty() || data != null || input != null) {
            throw new RequestException(
                    "A study has its own models, data and input, found --study beside %s."
                            .formatted(
                                    !names.isEmpty() ? String.join(", ", names) : data != null ? "--data" : "--input"),
                    EITHER);
        }
        return new StudyScores(store, images, seed).of(study, console);
    }
}
