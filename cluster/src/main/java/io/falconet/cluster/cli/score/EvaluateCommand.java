package io.falconet.cluster.cli.score;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.cli.terminal.ImageSize;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.coco.CocoResultsReader;
import io.falconet.evaluator.coco.CocoTruth;
import io.falconet.evaluator.coco.EntryFaults;
import io.falconet.evaluator.metric.ConfusionMatrix;
import io.falconet.evaluator.metric.ScoredImage;
import io.falconet.evaluator.predict.LookedAt;
import io.falconet.space.graph.Shape;
import io.falconet.space.study.StudyException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores a trained model on labelled data, or any detector's detections, as the COCO project's evaluator does. */
@Command(
        name = "evaluate",
        description = {
            "Score a trained model on labelled data (MODEL --data), or what any detector found (--detections --ground-truth), as COCO's own evaluator does.",
            "What the data lack is -1 in JSON and CSV. Exit code 1 where an image cannot be read."
        })
public final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ModelScoring model;

    @Mixin
    private ScoredPart part;

    @Option(
            names = "--detections",
            paramLabel = "DT.json",
            description = "What a detector found, in COCO's results format.")
    private Path detections;

    @Option(
            names = "--ground-truth",
            paramLabel = "PATH",
            description =
                    "What there is to find: COCO annotations; or VOC or YOLO data, which know images and classes by their names.")
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
    public Integer call() throws StudyException, IOException {
        Console console = Console.of(command);
        if (!(confusionIou >= 0 && confusionIou < 1)) {
            throw new RequestException(
                    "An overlap from 0 to under 1 was expected, found --confusion-iou " + confusionIou + ".",
                    "0.45, which is usual.");
        }
        if (!model.asked()) {
            return scoreGiven(console);
        }
        refuseGiven();
        LookedAt looked = model.look(part, console);
        report(looked.truth(), looked.images());
        return looked.unreadable().isEmpty() ? 0 : ExitCode.WORK_FAILED;
    }

    private void refuseGiven() {
        String given = detections != null
                ? "--detections"
                : groundTruth != null
                        ? "--ground-truth"
                        : skipFaults ? "--skip-faults" : input != null ? "--input" : "";
        if (!given.isEmpty()) {
            throw new RequestException(
                    "A model and its data, or detections and their ground truth, were expected, found %s beside %s."
                            .formatted(model.typed(), given),
                    "falconet evaluate MODEL --data DIR, or falconet evaluate --detections DT.json --ground-truth GT.json.");
        }
    }

    private int scoreGiven(Console console) {
        if (detections == null || groundTruth == null) {
            throw new RequestException(
                    "A model and its data, or detections and their ground truth, were expected, found %s."
                            .formatted(
                                    detections != null
                                            ? "--detections alone"
                                            : groundTruth != null ? "--ground-truth alone" : "neither"),
                    "falconet evaluate MODEL --data DIR, or falconet evaluate --detections DT.json --ground-truth GT.json.");
        }
        model.refuseOptions();
        EntryFaults faults = new EntryFaults();
        CocoTruth truth = part.truth(groundTruth, faults, console);
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
        report(truth, images);
        return 0;
    }

    private void report(CocoTruth truth, List<ScoredImage> images) {
        new ScoreReport(truth, images, confusionIou, confusionScore)
                .print(format, command.commandLine().getOut());
    }
}
