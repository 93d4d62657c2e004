package io.falconet.evaluator.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.data.Augmentation;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.ImageCache;
import io.falconet.evaluator.data.Normalisation;
import io.falconet.evaluator.detect.Start;
import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.metric.CocoEvaluator;
import io.falconet.evaluator.metric.Detection;
import io.falconet.evaluator.train.optimize.Averaging;
import io.falconet.evaluator.train.optimize.Fall;
import io.falconet.evaluator.train.optimize.LearningSchedule;
import io.falconet.evaluator.train.optimize.Optimization;
import io.falconet.evaluator.train.optimize.WarmUp;
import io.falconet.latency.measure.ComputeGate;
import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.outcome.EpochRecord;
import io.falconet.space.outcome.Fidelity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrainerTest {
    private static final TrainingRecipe RECIPE = recipe(5e-3, 35, new Averaging(0.9, 0));
    private static final ImageCache IMAGES = new ImageCache(64 << 20);
    private static final ComputeGate GATE = new ComputeGate();
    private static final Trainer TRAINER = new Trainer(IMAGES, GATE);

    private static final NominalBatch FOUR_BATCHES = new NominalBatch(32, NominalBatch.Way.ACCUMULATE, false);

    @TempDir
    static Path folder;

    private static Dataset train;

    private static TrainingRecipe recipe(double rate, double clipNorm, Averaging averaging) {
        return new TrainingRecipe(
                Normalisation.IMAGENET,
                Start.EVEN,
                Optimization.adamW(0.05),
                new LearningSchedule(rate, WarmUp.of(0.1), new Fall.Cosine(0.05), LearningSchedule.Pace.EACH_STEP),
                NominalBatch.ANY,
                clipNorm,
                averaging,
                Augmentation.NONE,
                true);
    }

    @BeforeAll
    static void draw() throws IOException {
        train = BrightSquares.dataset(folder, 48, 1);
    }

    @Test
    void learnsWhereSquaresAre() throws Exception {
        TrainingResult result = train(new Fidelity(15, 0, 8), 1);
        List<EpochRecord> curve = result.curve();
        assertThat(curve).hasSize(15);
        assertThat(curve.get(14).loss()).isLessThan(curve.get(0).loss() / 2);
        Dataset unseen = BrightSquares.dataset(folder, 16, 2);
        List<Detection> detections =
                new Predictor(IMAGES, GATE).predict(BrightSquares.detector(), result.input(), result.weights(), unseen);
        assertThat(CocoEvaluator.accuracy(unseen, detections).map50()).isGreaterThan(0.8);
    }

    @Test
    void anchorsAreFittedAndLearnToo() throws Exception {
        TrainingResult result = TRAINER.train(
                BrightSquares.anchored(), train, RECIPE, new Fidelity(15, 0, 8), 1, TrainingListener.SILENT);
        AnchorFormat format = (AnchorFormat) result.detector().format();
        assertThat(format.levels().get(0).anchors()).allMatch(anchor -> anchor.width() < 20);
        Dataset unseen = BrightSquares.dataset(folder, 16, 2);
        List<Detection> detections =
                new Predictor(IMAGES, GATE).predict(result.detector(), result.input(), result.weights(), unseen);
        assertThat(CocoEvaluator.accuracy(unseen, detections).map50()).isGreaterThan(0.8);
    }

    @Test
    void aTrainingGoesOnFromWhatAnotherLearned() throws Exception {
        TrainingResult first = train(new Fidelity(5, 0, 8), 1);
        Trainer further = TRAINER.from(new Pretrained(first.detector(), first.weights(), "f00d"));
        TrainingResult second = further.train(
                BrightSquares.detector(), train, RECIPE, new Fidelity(1, 0, 8), 2, TrainingListener.SILENT);
        assertThat(second.curve().get(0).loss()).isLessThan(first.curve().get(0).loss() * 0.8);
    }

    @Test
    void whatHasOtherDimensionsStartsAnew() {
        Weights one = new Weights(
                Map.of("a", new Tensor(List.of(1), new float[] {1}), "b", new Tensor(List.of(2), new float[2])));
        Weights other = new Weights(
                Map.of("a", new Tensor(List.of(1), new float[1]), "b", new Tensor(List.of(1), new float[1])));
        assertThat(new Pretrained(BrightSquares.detector(), one, "f00d").fitting(other))
                .containsOnlyKeys("a")
                .containsEntry("a", one.tensor("a"));
    }

    private static TrainingResult train(Fidelity fidelity, long seed) throws InterruptedException {
        return TRAINER.train(BrightSquares.detector(), train, RECIPE, fidelity, seed, TrainingListener.SILENT);
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void seedAndThreadsAloneDecideWhateverElseComputes(Detector detector, TrainingRecipe recipe) throws Exception {
        List<Callable<byte[]>> trainings = List.of(
                () -> weights(detector, recipe, 1, 1),
                () -> weights(detector, recipe, 2, 1),
                () -> weights(detector, recipe, 1, 2),
                () -> weights(detector, recipe, 2, 2));
        List<byte[]> alone = new ArrayList<>();
        for (Callable<byte[]> training : trainings) {
            alone.add(training.call());
        }
        assertThat(alone.get(0)).isNotEqualTo(alone.get(1));
        ExecutorService pool = Executors.newFixedThreadPool(trainings.size());
        try {
            List<Future<byte[]>> together = pool.invokeAll(trainings);
            for (int i = 0; i < trainings.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        } finally {
            pool.shutdown();
        }
    }

    static Stream<Arguments> trainings() {
        return Stream.of(
                Arguments.of(BrightSquares.detector(), RECIPE),
                Arguments.of(BrightSquares.detector(), TrainingRecipe.NANODET_M),
                Arguments.of(BrightSquares.anchored(), TrainingRecipe.YOLOV5));
    }

    private static byte[] weights(Detector detector, TrainingRecipe recipe, long seed, int threads)
            throws InterruptedException {
        Fidelity fidelity = new Fidelity(2, 24, 8);
        return new Trainer(IMAGES, GATE, threads)
                .train(detector, train, recipe, fidelity, seed, TrainingListener.SILENT)
                .weights()
                .save();
    }

    @Test
    void resumedTrainingEndsWithTheSameWeights() throws Exception {
        for (TrainingRecipe recipe : List.of(RECIPE, TrainingRecipe.YOLOV5.with(FOUR_BATCHES))) {
            Fidelity fidelity = new Fidelity(4, 24, 8);
            TrainingResult whole =
                    TRAINER.train(BrightSquares.anchored(), train, recipe, fidelity, 1, TrainingListener.SILENT);
            Checkpoints checkpoints = Checkpoints.in(folder.resolve("checkpoint" + recipe.hashCode()));
            assertThatThrownBy(() -> TRAINER.train(
                            BrightSquares.anchored(), train, recipe, fidelity, 1, stoppingAfter(2), checkpoints))
                    .isInstanceOf(InterruptedException.class);
            List<Integer> heard = new ArrayList<>();
            TrainingListener listener = new TrainingListener() {
                @Override
                public void epochDone(EpochRecord epoch) {
                    heard.add(epoch.epoch());
                }
            };
            TrainingResult resumed =
                    TRAINER.train(BrightSquares.anchored(), train, recipe, fidelity, 1, listener, checkpoints);
            assertThat(heard).containsExactly(3, 4);
            assertThat(resumed.curve()).hasSize(4);
            assertThat(resumed.weights().save()).isEqualTo(whole.weights().save());
            assertThatThrownBy(() ->
                            TRAINER.train(BrightSquares.anchored(), train, recipe, fidelity, 2, listener, checkpoints))
                    .hasMessageContainingAll("seed 1", "seed 2", "Maybe");
            Trainer other = new Trainer(IMAGES, GATE, 2);
            assertThatThrownBy(() ->
                            other.train(BrightSquares.anchored(), train, recipe, fidelity, 1, listener, checkpoints))
                    .hasMessageContainingAll("1 threads", "2 threads");
        }
    }

    @ParameterizedTest
    @MethodSource("longTrainings")
    void aTrainingThatWasBegunElsewhereEndsWithTheSameWeights(TrainingRecipe recipe) throws Exception {
        TrainingResult whole = begun(TRAINER, recipe, new Fidelity(4, 24, 8), 1);
        assertThat(whole.checkpoint()).isEmpty();
        TrainingResult part = begun(TRAINER, recipe, new Fidelity(1, 24, 8, 4, 1), 1);
        TrainingResult more =
                begun(TRAINER.after(part.checkpoint().orElseThrow()), recipe, new Fidelity(3, 24, 8, 4, 1), 1);
        byte[] checkpoint = more.checkpoint().orElseThrow();

        TrainingResult rest = begun(TRAINER.after(checkpoint), recipe, new Fidelity(4, 24, 8), 1);

        assertThat(rest.weights().save()).isEqualTo(whole.weights().save());
        assertThat(rest.curve().subList(0, 3)).isEqualTo(more.curve());
        assertThat(rest.curve().get(0)).isEqualTo(part.curve().get(0));
        assertThat(rest.curve()).extracting(EpochRecord::loss).isEqualTo(losses(whole));
        assertThat(rest.curve())
                .extracting(EpochRecord::learningRate)
                .isEqualTo(whole.curve().stream().map(EpochRecord::learningRate).toList());
        assertThat(more.weights().save()).isNotEqualTo(whole.weights().save());
    }

    static List<TrainingRecipe> longTrainings() {
        return List.of(RECIPE, TrainingRecipe.YOLOV5.with(FOUR_BATCHES), TrainingRecipe.NANODET_PLUS);
    }

    @Test
    void aCheckpointThatDoesNotFitIsLeftAside() throws Exception {
        Fidelity part = new Fidelity(2, 24, 8, 4, 1);
        TrainingResult alone = begun(TRAINER, RECIPE, part, 1);
        byte[] checkpoint = alone.checkpoint().orElseThrow();
        Fidelity less = new Fidelity(1, 24, 8, 4, 1);
        for (Trainer trainer : List.of(
                TRAINER.after(begun(TRAINER, RECIPE, part, 2).checkpoint().orElseThrow()),
                TRAINER.after(begun(TRAINER, RECIPE, new Fidelity(2, 24, 8, 5, 1), 1)
                        .checkpoint()
                        .orElseThrow()),
                TRAINER.after(Arrays.copyOf(checkpoint, checkpoint.length / 2)),
                TRAINER.after(new byte[0]))) {
            assertThat(begun(trainer, RECIPE, part, 1).weights().save())
                    .isEqualTo(alone.weights().save());
        }
        assertThat(begun(TRAINER.after(checkpoint), RECIPE, less, 1).weights().save())
                .isEqualTo(begun(TRAINER, RECIPE, less, 1).weights().save());
    }

    private static TrainingResult begun(Trainer trainer, TrainingRecipe recipe, Fidelity fidelity, long seed)
            throws InterruptedException {
        return trainer.train(BrightSquares.anchored(), train, recipe, fidelity, seed, TrainingListener.SILENT);
    }

    private static List<Double> losses(TrainingResult result) {
        return result.curve().stream().map(EpochRecord::loss).toList();
    }

    private static TrainingListener stoppingAfter(int epochs) {
        return new TrainingListener() {
            @Override
            public void epochDone(EpochRecord epoch) {
                if (epoch.epoch() == epochs) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    @Test
    void curveThatDoesNotFallEndsTheTraining() {
        List<EpochRecord> falling = IntStream.rangeClosed(1, 10)
                .mapToObj(epoch -> new EpochRecord(epoch, 10 - epoch, 0.1, 1))
                .toList();
        List<EpochRecord> rising = IntStream.rangeClosed(1, 10)
                .mapToObj(epoch -> new EpochRecord(epoch, 10 + epoch, 0.1, 1))
                .toList();
        HopelessException.check(falling, 12);
        HopelessException.check(rising, 30);
        assertThatThrownBy(() -> HopelessException.check(rising, 12))
                .isInstanceOf(HopelessException.class)
                .hasMessageContaining("Maybe another learning rate");
    }

    @Test
    void listenerHearsEachStep() throws Exception {
        List<String> heard = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void stepDone(int epoch, int step, int steps, double loss) {
                heard.add(epoch + ":" + step + "/" + steps);
            }
        };
        TRAINER.train(BrightSquares.detector(), train, RECIPE, new Fidelity(2, 16, 8), 1, listener);
        assertThat(heard).containsExactly("1:1/4", "1:2/4", "2:3/4", "2:4/4");
    }

    @Test
    void lossThatIsNoNumberStopsTheTraining() {
        TrainingRecipe wild = recipe(1e20, 1e30, Averaging.NONE);
        Fidelity fidelity = new Fidelity(10, 0, 8);
        assertThatThrownBy(() ->
                        TRAINER.train(BrightSquares.detector(), train, wild, fidelity, 1, TrainingListener.SILENT))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("Maybe a lower learning rate");
    }

    @Test
    void interruptionStopsTheTraining() {
        TrainingListener impatient = new TrainingListener() {
            @Override
            public void stepDone(int epoch, int step, int steps, double loss) {
                Thread.currentThread().interrupt();
            }
        };
        assertThatThrownBy(() ->
                        TRAINER.train(BrightSquares.detector(), train, RECIPE, new Fidelity(2, 0, 8), 1, impatient))
                .isInstanceOf(InterruptedException.class);
    }
}
