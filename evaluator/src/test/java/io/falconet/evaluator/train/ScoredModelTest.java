package io.falconet.evaluator.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.GroundTruth;
import io.falconet.evaluator.data.ImageCache;
import io.falconet.evaluator.data.LargeImage;
import io.falconet.evaluator.data.Normalisation;
import io.falconet.evaluator.data.Sample;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.evaluator.metric.CocoEvaluator;
import io.falconet.evaluator.metric.CocoFigures;
import io.falconet.evaluator.metric.CocoScores;
import io.falconet.evaluator.predict.ExportedDetector;
import io.falconet.evaluator.predict.LookedAt;
import io.falconet.evaluator.predict.Sight;
import io.falconet.evaluator.predict.TiledDetector;
import io.falconet.evaluator.predict.Tiling;
import io.falconet.latency.measure.ComputeGate;
import io.falconet.space.block.Detector;
import io.falconet.space.outcome.Fidelity;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A detector that was really trained, scored as training scores it, as it was exported, and in tiles. */
class ScoredModelTest {
    private static final List<String> CLASSES = List.of("red", "green");

    private static final ExportedDetector.Telling AS_IN_TRAINING =
            new ExportedDetector.Telling(Optional.empty(), false);

    @TempDir
    private static Path folder;

    private static ImageCache images;
    private static TrainingResult trained;
    private static byte[] onnx;

    @BeforeAll
    static void train() throws Exception {
        images = new ImageCache(64 << 20);
        trained = new Trainer(images, new ComputeGate())
                .train(
                        BrightSquares.detector(),
                        BrightSquares.dataset(folder, 96, 1),
                        ExportedPredictionTest.recipe(Normalisation.IMAGENET),
                        new Fidelity(20, 0, 8),
                        1,
                        TrainingListener.SILENT);
        onnx = OnnxWriter.singleImage().write(trained.detector(), trained.weights());
    }

    @Test
    void theExportedModelScoresWhatTrainingScored() throws Exception {
        Dataset unseen = BrightSquares.dataset(folder, 40, 2);
        CocoFigures expected = CocoEvaluator.scores(
                        unseen,
                        new Predictor(images, new ComputeGate())
                                .predict(trained.detector(), trained.input(), trained.weights(), unseen))
                .figures();
        CocoFigures found = scored(unseen, false).figures();

        assertThat(expected.ap()).isGreaterThan(0.3);
        expected.byName().forEach((name, value) -> {
            if (!value.isNaN()) {
                assertThat(found.byName().get(name)).as(name).isCloseTo(value, within(2e-3));
            }
        });
    }

    @Test
    void anImageThatCannotBeReadIsLeftOutWithItsObjects() throws Exception {
        Dataset unseen = BrightSquares.dataset(folder, 3, 3);
        Files.writeString(unseen.samples().get(1).image(), "no image");
        try (ExportedDetector detector = load()) {
            LookedAt looked = LookedAt.by(detector, CLASSES, unseen, LargeImage::of, done -> {});

            assertThat(looked.images()).hasSize(2);
            assertThat(looked.truth().objects()).isEqualTo(4);
            assertThat(looked.unreadable()).singleElement().asString().contains("3-1.png", "Maybe");
        }
    }

    /** Squares of 10 to 17 pixels on an image ten times as large as those of the training. */
    @Test
    void tilesFindWhatIsTooSmallForOneGlance() throws Exception {
        Dataset large = large();
        CocoFigures glance = scored(large, false).figures();
        CocoScores tiled = scored(large, true);

        assertThat(glance.ar100()).isLessThan(0.05);
        assertThat(tiled.figures().ap50()).isGreaterThan(0.8);
        assertThat(tiled.figures().ar100()).isGreaterThan(0.5);
    }

    private static CocoScores scored(Dataset dataset, boolean tiles) {
        try (ExportedDetector detector = load()) {
            Sight sight = tiles
                    ? new TiledDetector(detector, new Tiling(BrightSquares.SIDE, BrightSquares.SIDE, 0.3), false, false)
                    : detector;
            LookedAt looked = LookedAt.by(sight, CLASSES, dataset, LargeImage::of, done -> {});
            return CocoEvaluator.scores(looked.truth().classes(), looked.images());
        }
    }

    private static ExportedDetector load() {
        Detector detector = trained.detector();
        return ExportedDetector.load(ExportedPredictionTest.description(trained), detector, onnx, AS_IN_TRAINING);
    }

    private static Dataset large() throws IOException {
        Random random = new Random(5);
        int side = 10 * BrightSquares.SIDE;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        List<GroundTruth> objects = new ArrayList<>();
        for (int row = 0; row < side; row += 40) {
            for (int column = 0; column < side; column += 40) {
                if (random.nextInt(4) > 0) {
                    continue;
                }
                int length = 10 + random.nextInt(8);
                int x = column + random.nextInt(40 - length);
                int y = row + random.nextInt(40 - length);
                int kind = random.nextInt(2);
                graphics.setColor(kind == 0 ? Color.RED : Color.GREEN);
                graphics.fillRect(x, y, length, length);
                objects.add(new GroundTruth(kind, x, y, length, length, length * length, false, objects.size() + 1));
            }
        }
        graphics.dispose();
        Path file = folder.resolve("large.png");
        ImageIO.write(image, "png", file.toFile());
        return new Dataset(CLASSES, List.of(new Sample(file, "large.png", 1, side, side, objects)), "large");
    }
}
