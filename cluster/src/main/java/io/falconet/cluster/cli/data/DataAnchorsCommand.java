package io.falconet.cluster.cli.data;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.Letterbox;
import io.falconet.evaluator.detect.yolo.Anchor;
import io.falconet.evaluator.detect.yolo.AnchorClusters;
import io.falconet.evaluator.detect.yolo.AnchorEvolution;
import io.falconet.evaluator.detect.yolo.AnchorFit;
import io.falconet.evaluator.detect.yolo.AnchorGrid;
import io.falconet.evaluator.detect.yolo.AnchorMatcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds anchors for a data set: by k-means with 1 - IoU, then by evolving these for the ratio of sides. */
@Command(
        name = "anchors",
        description = {
            "Find anchors that fit the objects of a data set, in pixels of the network's input.",
            "By k-means with the distance 1 - IoU, and evolved from there for YOLOv5's fitness; beside YOLOv5's own anchors. The same seed, the same anchors."
        })
final class DataAnchorsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private DatasetOptions data;

    @Option(
            names = "--input",
            paramLabel = "PIXELS",
            defaultValue = "640",
            description = "Side of the network's input (default: ${DEFAULT-VALUE}).")
    private int input;

    @Option(names = "--count", defaultValue = "9", description = "How many anchors (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--generations", defaultValue = "1000", description = "Of the evolution (default: 1000).")
    private int generations;

    @Option(names = "--seed", defaultValue = "1", description = "Of the evolution (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        List<Anchor> objects = objects(data.read().dataset(), input);
        AnchorClusters clusters = Requests.check(() -> AnchorClusters.of(objects, count));
        List<Anchor> evolved = new AnchorEvolution(AnchorMatcher.STANDARD.mostRatio(), generations, seed)
                .evolve(objects, clusters.anchors());
        console.say("%,d objects at an input of %d px, crowds left out.", objects.size(), input);
        Listing listing = new Listing(
                Column.of("method", "anchors"),
                new Column("best_possible_recall", "recall", "%.4f"),
                new Column("anchors_per_object", "anchors an object", "%.2f"),
                new Column("fitness", "fitness", "%.4f"),
                new Column("mean_best_iou", "mean best IoU", "%.4f"),
                Column.of("anchors", "width,height"));
        Map<String, List<Anchor>> found = new LinkedHashMap<>();
        found.put("k-means", clusters.anchors());
        found.put("evolved", evolved);
        found.put(
                "YOLOv5's for COCO",
                AnchorGrid.COCO_ANCHORS.stream().flatMap(List::stream).toList());
        found.forEach((name, anchors) -> {
            AnchorFit fit = AnchorFit.of(objects, anchors, AnchorMatcher.STANDARD.mostRatio());
            listing.row(
                    name,
                    fit.bestPossibleRecall(),
                    fit.anchorsPerObject(),
                    fit.fitness(),
                    fit.meanBestIou(),
                    text(anchors));
        });
        listing.print(format, console.out());
        return 0;
    }

    private static String text(List<Anchor> anchors) {
        return anchors.stream()
                .map(anchor -> String.format(Locale.ROOT, "%.1f,%.1f", anchor.width(), anchor.height()))
                .collect(Collectors.joining("  "));
    }

    private static List<Anchor> objects(Dataset dataset, int input) {
        return dataset.samples().stream()
                .flatMap(sample -> {
                    Letterbox letterbox = Letterbox.fit(sample, input, input);
                    return sample.objects().stream()
                            .filter(object -> !object.crowd())
                            .map(object -> new Anchor(
                                    object.width() * letterbox.scaleX(), object.height() * letterbox.scaleY()));
                })
                .toList();
    }
}
