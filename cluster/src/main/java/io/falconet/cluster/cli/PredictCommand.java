package io.falconet.cluster.cli;

import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.coco.CocoResultsWriter;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.Photograph;
import io.falconet.evaluator.detect.ScoredBox;
import io.falconet.evaluator.metric.CocoBox;
import io.falconet.evaluator.picture.DetectionPicture;
import io.falconet.evaluator.picture.Marked;
import io.falconet.evaluator.predict.ExportedDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
final class PredictCommand implements Callable<Integer> {
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

    @Option(
            names = "--ground-truth",
            paramLabel = "GT.json",
            description = "COCO annotations of the images, whose ids are written, for falconet evaluate.")
    private Path groundTruth;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() throws IOException {
        Console console = Console.of(command);
        TrainedModel model = TrainedModel.find(name, store);
        List<Path> files = ImageFiles.of(images);
        PredictionIds ids = groundTruth == null
                ? PredictionIds.counted(files, model.description().classes())
                : PredictionIds.of(groundTruth, model, files, console);
        int failed = look(model, ids, console);
        Path detections = out.resolve(DETECTIONS);
        console.say(
                "%,d images, %,d of them could not be read. All detections: %s",
                ids.images().size(), failed, detections);
        if (groundTruth != null) {
            console.say(
                    "Score them: %s evaluate --detections %s --ground-truth %s",
                    Console.command(), detections, groundTruth);
        }
        return failed == 0 ? 0 : Failures.WORK_FAILED;
    }

    /** How many images could not be read. */
    private int look(TrainedModel model, PredictionIds ids, Console console) throws IOException {
        List<String> classes = model.description().classes();
        PictureNames names = new PictureNames(out);
        int failed = 0;
        try (ExportedDetector detector = model.load(score, classAgnostic)) {
            Files.createDirectories(out);
            try (CocoResultsWriter results = new CocoResultsWriter(out.resolve(DETECTIONS))) {
                for (Map.Entry<Path, Long> image : ids.images().entrySet()) {
                    try {
                        Photograph photograph = Photograph.read(image.getKey());
                        List<ScoredBox> found = detector.look(photograph);
                        Path picture = names.of(image.getKey());
                        draw(photograph, found, classes, picture);
                        found.forEach(seen -> results.write(found(image, ids, seen, classes)));
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

    private static void draw(Photograph photograph, List<ScoredBox> found, List<String> classes, Path picture)
            throws IOException {
        List<Marked> marked = found.stream()
                .map(seen -> new Marked(
                        seen.classIndex(),
                        classes.get(seen.classIndex()),
                        seen.score(),
                        seen.box().x1(),
                        seen.box().y1(),
                        seen.box().x2(),
                        seen.box().y2()))
                .toList();
        if (!ImageIO.write(new DetectionPicture(photograph.pixels(), marked).draw(), "png", picture.toFile())) {
            throw new RequestException(
                    "A PNG could not be written: " + picture + ".", "this Java lacks its image writers.");
        }
    }

    private static CocoResultsWriter.Found found(
            Map.Entry<Path, Long> image, PredictionIds ids, ScoredBox seen, List<String> classes) {
        double x = seen.box().x1();
        double y = seen.box().y1();
        return new CocoResultsWriter.Found(
                image.getValue(),
                image.getKey().getFileName().toString(),
                ids.categories().get(seen.classIndex()),
                classes.get(seen.classIndex()),
                new CocoBox(x, y, seen.box().x2() - x, seen.box().y2() - y),
                seen.score());
    }
}
