package io.falconet.cluster.cli.bench.zoo;

import io.falconet.cluster.cli.model.TrainedModel;
import io.falconet.cluster.cli.study.Entrant;
import io.falconet.cluster.cli.terminal.ImageSize;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.compare.Contender;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.LargeImage;
import io.falconet.evaluator.metric.CocoEvaluator;
import io.falconet.evaluator.predict.ExportedDetector;
import io.falconet.evaluator.predict.LookedAt;
import io.falconet.space.outcome.Accuracy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Weights that detectors bring along: a folder with a folder a detector, as {@code train} and {@code export} write them. */
final class GivenWeights {
    private final Path folder;
    private final StoreOptions store;

    GivenWeights(Path folder, StoreOptions store) {
        this.folder = folder;
        this.store = store;
    }

    /** The detector's own folder, by its name or another that it has. */
    Optional<Path> of(Entrant entrant) {
        Contender contender = entrant.contender();
        Stream<String> aliases = contender.published().stream().flatMap(model -> model.aliases().stream());
        return Stream.of(Stream.of(contender.name()), contender.also().stream(), aliases)
                .flatMap(names -> names)
                .map(name -> folder.resolve(name.replace(':', '-')))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /**
     * Scores a detector with the weights that it brings. What does not fit is told as its trouble.
     *
     * @param dataset on whose images it is scored
     */
    ScoredEntrant score(Entrant entrant, Path own, Dataset dataset) throws IOException {
        try {
            TrainedModel model = TrainedModel.find(own.toString(), store);
            if (!model.input().equals(entrant.contender().input())) {
                return ScoredEntrant.untrained(
                        entrant,
                        "given weights are for images of %s: train them at this size, or choose --input %s"
                                .formatted(ImageSize.text(model.input()), ImageSize.text(model.input())));
            }
            byte[] onnx = model.onnx();
            return new ScoredEntrant(
                    entrant,
                    Optional.of(accuracy(model, dataset)),
                    "given weights",
                    Optional.empty(),
                    Optional.empty(),
                    () -> onnx,
                    () -> weights(own));
        } catch (RuntimeException unfit) {
            return ScoredEntrant.untrained(entrant, "given weights cannot be used: " + firstLine(unfit));
        }
    }

    private static Accuracy accuracy(TrainedModel model, Dataset dataset) {
        try (ExportedDetector detector = model.load(new ExportedDetector.Telling(Optional.empty(), false))) {
            LookedAt looked = LookedAt.by(detector, model.description().classes(), dataset, LargeImage::of, done -> {});
            return CocoEvaluator.scores(looked.truth().classes(), looked.images())
                    .figures()
                    .accuracy();
        }
    }

    private static Optional<byte[]> weights(Path own) {
        Path file = own.resolve(ProducedArtifact.WEIGHTS);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Weights should be readable at " + file + ".", e);
        }
    }

    /** What an exception says, as far as it fits into a table. */
    static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElseThrow();
    }
}
