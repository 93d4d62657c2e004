package io.falconet.cluster.cli;

import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.coco.CocoResultsReader;
import io.falconet.evaluator.coco.CocoTruth;
import io.falconet.evaluator.coco.CocoTruthReader;
import io.falconet.evaluator.coco.EntryFaults;
import io.falconet.evaluator.metric.ConfusionMatrix;
import io.falconet.evaluator.metric.ScoredImage;
import io.falconet.space.graph.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores any detector's detections as the COCO project's evaluator does. */
@Command(
        name = "evaluate",
        description = {
            "Score detections in COCO's results format against annotations, as COCO's own evaluator does.",
            "What the data lack is -1 in JSON and CSV."
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--detections", required = true, paramLabel = "DT.json", description = "What a detector found.")
    private Path detections;

    @Option(names = "--ground-truth", required = true, paramLabel = "GT.json", description = "COCO annotations.")
    private Path groundTruth;

    @Option(
            names = "--skip-faults",
            description = "Leave out entries that cannot be scored (default: refuse the files, and name them).")
    private boolean skipFaults;

    @Option(
            names = "--confusion-iou",
            paramLabel = "IOU",
            defaultValue = "" + ConfusionMatrix.STANDARD_IOU,
            description = "Overlap over which the confusion matrix joins boxes (default: ${DEFAULT-VALUE}).")
    private double confusionIou;

    @Option(
            names = "--confusion-score",
            paramLabel = "SCORE",
            defaultValue = "" + ConfusionMatrix.STANDARD_SCORE,
            description = "Score under which it leaves detections out (default: ${DEFAULT-VALUE}).")
    private double confusionScore;

    @Option(
            names = "--input",
            paramLabel = "HxW",
            converter = ImageSize.class,
            description = "Images that the detector read, in pixels: warns of objects too small for it.")
    private Shape input;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        if (!(confusionIou >= 0 && confusionIou < 1)) {
            throw new RequestException(
                    "An overlap from 0 to under 1 was expected, found --confusion-iou " + confusionIou + ".",
                    "0.45, which is usual.");
        }
        EntryFaults faults = new EntryFaults();
        CocoTruth truth = CocoTruthReader.read(groundTruth, faults);
        List<ScoredImage> images = CocoResultsReader.read(detections, truth, faults);
        if (!skipFaults) {
            faults.refuse("--skip-faults scores the rest.");
        }
        faults.summary().lines().forEach(console::pass);
        if (truth.areasTaken() > 0) {
            console.say(
                    "%,d annotations have no \"area\"; width times height is taken, which decides what is small.",
                    truth.areasTaken());
        }
        if (input != null) {
            truth.smallObjects(input.width(), input.height()).warning().ifPresent(console::pass);
        }
        new ScoreReport(truth, images, confusionIou, confusionScore)
                .print(format, command.commandLine().getOut());
        return 0;
    }
}
