package io.falconet.evaluator.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.evaluator.data.CocoReader;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.ImageCache;
import io.falconet.evaluator.synthetic.SyntheticDataset;
import io.falconet.evaluator.train.TrainingRecipe;
import io.falconet.latency.measure.ComputeGate;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Shape;
import io.falconet.space.outcome.Objective;
import io.falconet.space.search.Foresight.Expectation;
import io.falconet.space.zoo.ZooModel;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeseenScoresTest {
    private static final ImageCache IMAGES = new ImageCache(16 << 20);

    @TempDir
    static Path folder;

    private static Dataset train;
    private static Detector detector;

    @BeforeAll
    static void draw() throws IOException {
        SyntheticDataset.Location files = new SyntheticDataset(6, 1, 7).write(folder, done -> {});
        train = CocoReader.read(files.train(), files.images()).dataset();
        detector = ZooModel.named("nanodet-m")
                .detector(Shape.image(64, 64), train.classes().size());
    }

    private static ForeseenScores scores() {
        return new ForeseenScores(train, TrainingRecipe.SHORT, IMAGES, new ComputeGate());
    }

    private static Scoring scoring(long seed) {
        return new Scoring(train, TrainingRecipe.SHORT, IMAGES, ForeseenScores.IMAGES, seed);
    }

    private static double rounded(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits)).doubleValue();
    }

    @Test
    void everyScoreIsTheSameEachTimeAndInFewDigits() {
        ForeseenScores again = scores();
        ForeseenScores scores = scores();
        for (Objective score : Objective.scores()) {
            Expectation told = scores.of(score, detector).orElseThrow();
            assertThat(told).isEqualTo(again.of(score, detector).orElseThrow());
            assertThat(told.value()).isEqualTo(rounded(told.value(), 5));
            assertThat(told.low()).isEqualTo(told.value()).isEqualTo(told.high());
        }
    }

    @Test
    void synflowIsWhatTheCommandPrints() {
        double printed = scoring(1).of(new Synflow(), detector).orElseThrow();

        assertThat(scores().of(Objective.SYNFLOW, detector)).contains(Expectation.sure(rounded(printed, 5)));
    }

    @Test
    void theGradientNormIsAMeanOverWeightsAndImages() {
        double mean = List.of(1, 2, 3).stream()
                .mapToDouble(
                        seed -> scoring(seed).of(new GradientNorm(), detector).orElseThrow())
                .average()
                .orElseThrow();

        assertThat(scores().of(Objective.GRAD_NORM, detector)).contains(Expectation.sure(rounded(mean, 3)));
    }

    @Test
    void whatIsNoScoreIsNotTold() {
        assertThat(scores().of(Objective.LATENCY, detector)).isEmpty();
        assertThat(scores().of(Objective.PARAMETERS, detector)).isEmpty();
        Detector untrained = ZooModel.named("fcos-shufflenetv2")
                .detector(Shape.image(64, 64), train.classes().size());
        assertThat(scores().of(Objective.GRAD_NORM, untrained)).isEmpty();
    }
}
