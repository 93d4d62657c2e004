package io.falconet.evaluator.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.data.Augmentation;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.ImageCache;
import io.falconet.evaluator.data.Normalisation;
import io.falconet.evaluator.data.Photograph;
import io.falconet.evaluator.data.Sample;
import io.falconet.evaluator.detect.DecodingRule;
import io.falconet.evaluator.detect.ScoredBox;
import io.falconet.evaluator.detect.Start;
import io.falconet.evaluator.detect.family.DetectorFamilies;
import io.falconet.evaluator.export.ModelDescription;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.evaluator.export.postprocess.DetectionGraph;
import io.falconet.evaluator.metric.Detection;
import io.falconet.evaluator.predict.ExportedDetector;
import io.falconet.evaluator.train.optimize.Averaging;
import io.falconet.evaluator.train.optimize.Fall;
import io.falconet.evaluator.train.optimize.LearningSchedule;
import io.falconet.evaluator.train.optimize.Optimization;
import io.falconet.evaluator.train.optimize.WarmUp;
import io.falconet.latency.measure.ComputeGate;
import io.falconet.space.block.Detector;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.space.Architecture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was exported sees what was trained, although it is built from its architecture anew. */
class ExportedPredictionTest {
    private static final float SCORE = 0.2f;

    @TempDir
    private Path folder;

    @Test
    void aDetectorOfTheGflFamily() throws Exception {
        exportedSeesTheSame(BrightSquares.detector(), Normalisation.IMAGENET);
    }

    @Test
    void aDetectorWhoseAnchorsWereFitted() throws Exception {
        exportedSeesTheSame(BrightSquares.anchored(), Normalisation.UNIT);
    }

    private void exportedSeesTheSame(Detector built, Normalisation normalisation) throws Exception {
        ImageCache images = new ImageCache(64 << 20);
        ComputeGate gate = new ComputeGate();
        TrainingResult trained = new Trainer(images, gate)
                .train(
                        built,
                        BrightSquares.dataset(folder, 48, 1),
                        recipe(normalisation),
                        new Fidelity(10, 0, 8),
                        1,
                        TrainingListener.SILENT);
        Dataset unseen = BrightSquares.dataset(folder, 6, 2);
        List<Detection> expected = new Predictor(images, gate)
                .predict(trained.detector(), trained.input(), trained.weights(), unseen).stream()
                        .filter(seen -> seen.score() > SCORE)
                        .toList();

        seesTheSame(
                expected,
                unseen,
                built,
                trained,
                OnnxWriter.singleImage().write(trained.detector(), trained.weights()));
        seesTheSame(expected, unseen, built, trained, tellingItself(trained));
    }

    /** The model with decoding and suppression inside, which leaves out less than is asked for. */
    private static byte[] tellingItself(TrainingResult trained) {
        DecodingRule standard = DetectorFamilies.of(trained.detector()).standard();
        DetectionGraph told =
                DetectionGraph.of(trained.detector(), new DecodingRule(SCORE / 2, standard.suppression()));
        return OnnxWriter.singleImage().with(told.properties()).write(trained.detector(), trained.weights(), told);
    }

    private static void seesTheSame(
            List<Detection> expected, Dataset unseen, Detector built, TrainingResult trained, byte[] onnx)
            throws Exception {
        int compared = 0;
        try (ExportedDetector exported = ExportedDetector.load(
                description(trained), built, onnx, new ExportedDetector.Telling(Optional.of(SCORE), false))) {
            for (Sample sample : unseen.samples()) {
                for (ScoredBox seen : exported.look(Photograph.read(sample.image()))) {
                    Detection same = expected.get(compared++);
                    assertThat(seen.classIndex()).isEqualTo(same.classIndex());
                    assertThat(seen.score()).isCloseTo(same.score(), within(1e-3f));
                    assertThat(seen.box().x1()).isCloseTo(same.x1(), within(0.02f));
                    assertThat(seen.box().y2()).isCloseTo(same.y2(), within(0.02f));
                }
            }
        }
        assertThat(compared).isEqualTo(expected.size()).isPositive();
    }

    static TrainingRecipe recipe(Normalisation normalisation) {
        return new TrainingRecipe(
                normalisation,
                Start.EVEN,
                Optimization.adamW(0.05),
                new LearningSchedule(5e-3, WarmUp.of(0.1), new Fall.Cosine(0.05), LearningSchedule.Pace.EACH_STEP),
                NominalBatch.ANY,
                35,
                new Averaging(0.9, 0),
                Augmentation.NONE,
                true);
    }

    static ModelDescription description(TrainingResult trained) {
        return ModelDescription.of(
                new Architecture("squares", Map.of("side", "64")),
                trained.detector(),
                List.of("red", "green"),
                trained.input().normalisation());
    }
}
