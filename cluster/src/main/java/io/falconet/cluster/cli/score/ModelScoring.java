package io.falconet.cluster.cli.score;

import io.falconet.cluster.cli.data.NamedData;
import io.falconet.cluster.cli.model.TrainedModel;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.CountedProgress;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.LargeImage;
import io.falconet.evaluator.data.SmallObjects;
import io.falconet.evaluator.data.Split;
import io.falconet.evaluator.predict.ExportedDetector;
import io.falconet.evaluator.predict.LookedAt;
import io.falconet.evaluator.predict.Sight;
import io.falconet.space.study.StudyException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A trained model that is scored on labelled data, as it is named on the command line. */
final class ModelScoring {
    @Parameters(arity = "0..1", paramLabel = "MODEL", description = TrainedModel.DESCRIPTION)
    private String name;

    @Option(names = "--data", paramLabel = "PATH", description = "What the model looks at. " + NamedData.DESCRIPTION)
    private Path data;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "Folder of the images of COCO files (default: images beside the file, or the like).")
    private Path images;

    @Option(
            names = "--score",
            description =
                    "Score what scores more than this (default: as in training, 0.05 or 0.001 by the model's family).")
    private Float score;

    @Option(
            names = "--class-agnostic",
            description =
                    "Of boxes that overlap keep the best, whatever their classes (default: the best of each class).")
    private boolean classAgnostic;

    @Mixin
    private TileOptions tiles;

    @Mixin
    private StoreOptions store;

    /** Whether the command was given a model or its data. */
    boolean asked() {
        return name != null || data != null;
    }

    /** What was typed of it, for messages. */
    String typed() {
        return name == null ? "--data" : data == null ? "MODEL" : "MODEL and --data";
    }

    /** Refuses options that have no meaning without a model. */
    void refuseOptions() {
        String option = tiles.used() ? "--tile" : score != null ? "--score" : images != null ? "--images" : "";
        if (classAgnostic || !option.isEmpty()) {
            throw new RequestException(
                    "%s is for a model that looks at data, found detections that are there already."
                            .formatted(option.isEmpty() ? "--class-agnostic" : option),
                    "falconet evaluate MODEL --data DIR.");
        }
    }

    /** Lets the model look at the part. */
    LookedAt look(ScoredPart part, Console console) throws StudyException, IOException {
        if (name == null || data == null) {
            throw new RequestException(
                    "A model and its data were expected, found %s alone.".formatted(typed()),
                    "falconet evaluate MODEL --data DIR.");
        }
        TrainedModel model = TrainedModel.find(name, store);
        Split split = part.of(NamedData.of(data), images);
        Dataset dataset = split.reading().dataset();
        console.say(
                "%s looks at part %s of %s: %,d images, %,d objects.",
                name, split.name(), data, dataset.samples().size(), dataset.objects());
        ScoredPart.tell(split, console);
        if (!tiles.used()) {
            SmallObjects.of(dataset, model.input().width(), model.input().height())
                    .warning()
                    .ifPresent(console::pass);
        }
        try (ExportedDetector detector =
                        model.load(new ExportedDetector.Telling(Optional.ofNullable(score), classAgnostic));
                CountedProgress progress =
                        new CountedProgress("Looking", dataset.samples().size(), "images", Console.watched())) {
            Sight sight = tiles.sight(detector, model.input(), classAgnostic, console);
            LookedAt looked = LookedAt.by(sight, model.description().classes(), dataset, LargeImage::of, progress);
            looked.unreadable().forEach(console::pass);
            return looked;
        }
    }
}
