package io.falconet.cluster.cli.score;

import io.falconet.cluster.cli.model.TrainedModel;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.coco.CocoResultsWriter;
import io.falconet.evaluator.coco.CocoTruth;
import io.falconet.evaluator.coco.EntryFaults;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.LargeImage;
import io.falconet.evaluator.data.Scenery;
import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.ScoredBox;
import io.falconet.evaluator.metric.CocoBox;
import io.falconet.evaluator.picture.DetectionPicture;
import io.falconet.evaluator.picture.Marked;
import io.falconet.evaluator.predict.ExportedDetector;
import io.falconet.evaluator.predict.Sight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets a trained model look at images, and shows what it sees. */
@Command(
        name = "predict",
        description = {
            "Let a trained model look at images: draws what it sees, and writes it as COCO json.",
            "Exit code 1 where an image cannot be read."
        })
public final class PredictCommand implements Callable<Integer> {
    /** The file of all detections. */
    static final String DETECTIONS = "detections.json";

    @Spec
    private CommandSpec command;

    @Parameters(index = "0", paramLabel = "MODEL", description = TrainedModel.DESCRIPTION)
    private String name;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "IMAGE",
            description = "Image files of any size, or folders of them.")
    private List<Path> images;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "predictions",
            description = "Where pictures and " + DETECTIONS + " go (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--score",
            defaultValue = "0.3",
            description = "Tell what scores more than this (default: ${DEFAULT-VALUE}).")
    private float score;

    @Option(
            names = "--class-agnostic",
            description =
                    "Of boxes that overlap keep the best, whatever their classes (default: the best of each class).")
    private boolean classAgnostic;

    @Mixin
    private TileOptions tiles;

    @Option(
            names = "--ground-truth",
            paramLabel = "PATH",
            description =
                    "Labels of the images (COCO annotations, or VOC or YOLO data), whose ids and names are written, for falconet evaluate.")
    private Path groundTruth;

    @Mixin
    private ScoredPart part;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() throws IOException {
        Console console = Console.of(command);
        TrainedModel model = TrainedModel.find(name, store);
        List<Path> files = ImageFiles.of(images);
        PredictionIds ids = groundTruth == null
                ? PredictionIds.counted(files, model.description().classes())
                : labelled(model, files, console);
        int failed = look(model, ids, console);
        Path detections = out.resolve(DETECTIONS);
        console.say(
                "%,d images, %,d of them could not be read. All detections: %s",
                ids.images().size(), failed, detections);
        if (groundTruth != null) {
            console.say(
                    "Score them: %s evaluate --detections %s --ground-truth %s%s",
                    Console.command(), detections, groundTruth, part.typed());
        }
        return failed == 0 ? 0 : ExitCode.WORK_FAILED;
    }

    /** Warns of objects too small for the model. */
    private PredictionIds labelled(TrainedModel model, List<Path> files, Console console) {
        CocoTruth truth = part.truth(groundTruth, new EntryFaults(), console);
        if (!tiles.used()) {
            truth.smallObjects(model.input().width(), model.input().height())
                    .warning()
                    .ifPresent(console::pass);
        }
        return PredictionIds.of(truth, groundTruth, model.description().classes(), files, console);
    }

    /** How many images could not be read. */
    private int look(TrainedModel model, PredictionIds ids, Console console) throws IOException {
        List<String> classes = model.description().classes();
        PictureNames names = new PictureNames(out);
        int failed = 0;
        try (ExportedDetector detector = model.load(new ExportedDetector.Telling(Optional.of(score), classAgnostic))) {
            Sight sight = tiles.sight(detector, model.input(), classAgnostic, console);
            Files.createDirectories(out);
            try (CocoResultsWriter results = new CocoResultsWriter(out.resolve(DETECTIONS))) {
                for (Map.Entry<Path, PredictionIds.Image> image : ids.images().entrySet()) {
                    try {
                        Scenery scene = LargeImage.of(image.getKey());
                        List<ScoredBox> found = sight.look(scene);
                        Path picture = names.of(image.getKey());
                        draw(scene, found, classes, picture);
                        found.forEach(seen -> results.write(found(image.getValue(), ids, seen, classes)));
                        console.out().println("%s: %,d objects, %s".formatted(image.getKey(), found.size(), picture));
                        console.out().flush();
                    } catch (DatasetException e) {
                        console.pass(e.getMessage());
                        failed++;
                    }
                }
            }
        }
        return failed;
    }

    /** Very large images are drawn smaller. */
    private static void draw(Scenery scene, List<ScoredBox> found, List<String> classes, Path picture)
            throws IOException {
        List<Marked> marked = found.stream()
                .map(seen -> marked(seen, seen.box().scaled(1f / scene.shrinking()), classes))
                .toList();
        if (!ImageIO.write(new DetectionPicture(scene.shrunk(), marked).draw(), "png", picture.toFile())) {
            throw new RequestException(
                    "A PNG could not be written: " + picture + ".", "this Java lacks its image writers.");
        }
    }

    private static Marked marked(ScoredBox seen, Box box, List<String> classes) {
        return new Marked(
                seen.classIndex(),
                classes.get(seen.classIndex()),
                seen.score(),
                box.x1(),
                box.y1(),
                box.x2(),
                box.y2());
    }

    private static CocoResultsWriter.Found found(
            PredictionIds.Image image, PredictionIds ids, ScoredBox seen, List<String> classes) {
        double x = seen.box().x1();
        double y = seen.box().y1();
        return new CocoResultsWriter.Found(
                image.id(),
                image.fileName(),
                ids.categories().get(seen.classIndex()),
                classes.get(seen.classIndex()),
                new CocoBox(x, y, seen.box().x2() - x, seen.box().y2() - y),
                seen.score());
    }
}
