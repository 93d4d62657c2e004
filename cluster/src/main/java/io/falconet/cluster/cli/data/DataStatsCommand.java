package io.falconet.cluster.cli.data;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.GroundTruth;
import io.falconet.evaluator.data.ObjectSizes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells for each class how many objects there are and how large. */
@Command(name = "stats", description = "Tell for each class how many objects there are, and how large.")
final class DataStatsCommand implements Callable<Integer> {
    private static final float SMALL = 32 * 32;
    private static final float LARGE = 96 * 96;

    /** Share of objects under the hard side that is worth a word. */
    private static final double MANY = 0.05;

    /** Side over which a network is too slow for what Falconet is for. */
    private static final int LARGEST = 1280;

    @Spec
    private CommandSpec command;

    @Mixin
    private DatasetOptions data;

    @Option(
            names = "--input",
            paramLabel = "PIXELS",
            defaultValue = "320",
            description = "Side of the network's input for which sizes are told (default: ${DEFAULT-VALUE}).")
    private int input;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        Dataset dataset = data.read().dataset();
        console.say("%,d images, %,d objects.", dataset.samples().size(), dataset.objects());
        Listing listing = new Listing(
                Column.of("class", "class"),
                new Column("objects", "objects", "%,d"),
                new Column("small", "small", "%,d"),
                new Column("medium", "medium", "%,d"),
                new Column("large", "large", "%,d"),
                new Column("median_side_px", "median side px", "%.1f"),
                new Column("median_input_px", "at input px", "%.1f"),
                new Column("under_10_px", "under 10 px", "%.2f"));
        ObjectSizes sizes = ObjectSizes.of(dataset, input);
        Map<Integer, List<GroundTruth>> byClass = dataset.samples().stream()
                .flatMap(sample -> sample.objects().stream())
                .collect(Collectors.groupingBy(GroundTruth::classIndex));
        for (int i = 0; i < dataset.classes().size(); i++) {
            List<GroundTruth> objects = byClass.getOrDefault(i, List.of());
            ObjectSizes.Sizes seen = sizes.classes().get(i);
            long small =
                    objects.stream().filter(object -> object.area() < SMALL).count();
            long large =
                    objects.stream().filter(object -> object.area() > LARGE).count();
            listing.row(
                    seen.name(),
                    objects.size(),
                    small,
                    objects.size() - small - large,
                    large,
                    medianSide(objects),
                    seen.median(),
                    seen.underHardSide());
        }
        listing.print(format, console.out());
        advise(console, dataset, sizes);
        return 0;
    }

    private void advise(Console console, Dataset dataset, ObjectSizes sizes) {
        double hard = sizes.all().underHardSide();
        if (!(hard > MANY)) {
            return;
        }
        console.say(
                "%.0f %% of all objects are under %.0f px at an input of %d px, too small to be learnt well.",
                100 * hard, ObjectSizes.HARD_SIDE, input);
        int mending = ObjectSizes.mendingInput(dataset, MANY);
        if (mending > LARGEST) {
            console.say(
                    "Only an input of %d px would mend it. Maybe train on tiles of the images, and look with --tile.",
                    mending);
        } else {
            console.say("An input of %d px would mend it: under %.0f %% would stay so small.", mending, 100 * MANY);
        }
    }

    /** Of the square roots of the boxes' areas; NaN where there is none. */
    private static double medianSide(List<GroundTruth> objects) {
        return objects.isEmpty()
                ? Double.NaN
                : objects.stream()
                        .map(object -> Math.sqrt((double) object.width() * object.height()))
                        .sorted()
                        .toList()
                        .get(objects.size() / 2);
    }
}
