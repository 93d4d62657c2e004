package io.falconet.cluster.cli.device;

import io.falconet.cluster.cli.model.FittingInput;
import io.falconet.cluster.cli.model.Model;
import io.falconet.cluster.cli.terminal.ImageSize;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.train.Recipes;
import io.falconet.evaluator.train.TrainingPace;
import io.falconet.evaluator.train.TrainingSpeed;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Shape;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.zoo.ZooNetwork;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** How fast a model is trained: what is asked for, and the answer. */
final class TrainingProfile {
    @Option(names = "--training", required = true, description = "Measure how fast it is trained instead.")
    private boolean asked;

    @Option(
            names = "--input",
            paramLabel = "HxW",
            converter = ImageSize.class,
            description = "Height and width of the images in pixels, or one side of a square (default: the model's).")
    private Shape input;

    @Option(names = "--batch", defaultValue = "16", description = "Images a step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--steps", defaultValue = "64", description = "To train for (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--recipe",
            paramLabel = "RECIPE",
            defaultValue = "short",
            description = "How it is trained, as falconet train takes it (default: ${DEFAULT-VALUE}).")
    private String recipe;

    /** Trains the model for some steps. */
    Listing measure(Model model, Integer classes, int threads) throws InterruptedException {
        int kinds = model.classes(classes);
        ZooNetwork built = new FittingInput(model, kinds).build(input == null ? model.image() : input);
        Detector detector = new Detector(
                built.network(),
                built.format()
                        .orElseThrow(() -> new RequestException(
                                "A detector was expected, found %s, which detects nothing.".formatted(model.name()),
                                "nanodet-m or yolov5n.")));
        TrainingSpeed speed =
                Requests.check(() -> new TrainingSpeed(Recipes.of(RecipeSpec.parse(recipe)), batch, steps, threads));
        TrainingPace pace = speed.of(detector);
        Listing listing = new Listing(
                Column.of("model", "model"),
                Column.of("input", "input"),
                Column.of("batch", "batch"),
                Column.of("threads", "threads"),
                new Column("images_per_second", "images/s", "%.1f"),
                new Column("images_per_processor_second", "images/s of processor time", "%.1f"),
                new Column("waiting_percent", "waited for data %", "%.2f"),
                Column.of("settled_mb", "MB after 200 steps"),
                Column.of("last_mb", "MB after the last"));
        listing.row(
                model.name(),
                ImageSize.text(built.network().input()),
                batch,
                threads,
                pace.imagesPerSecond(),
                threads == 1 ? pace.imagesPerProcessorSecond() : null,
                100 * pace.waitingShare(),
                megabytes(pace.settledBytes()),
                megabytes(pace.lastBytes()));
        return listing;
    }

    private static Object megabytes(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() >> 20 : null;
    }
}
