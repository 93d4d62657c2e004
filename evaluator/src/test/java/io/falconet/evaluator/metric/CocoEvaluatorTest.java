package io.falconet.evaluator.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.GroundTruth;
import io.falconet.evaluator.data.Sample;
import io.falconet.space.outcome.Accuracy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CocoEvaluatorTest {
    private static final GroundTruth SMALL = new GroundTruth(0, 10, 10, 20, 20, 400, false, 1);
    private static final GroundTruth MEDIUM = new GroundTruth(1, 50, 50, 40, 40, 1600, false, 2);
    private static final Dataset DATASET = new Dataset(
            List.of("a", "b", "c"),
            List.of(new Sample(Path.of("1.png"), "1.png", 1, 100, 100, List.of(SMALL, MEDIUM))),
            "");

    @Test
    void perfectDetectionsScoreOne() {
        CocoFigures figures = CocoEvaluator.scores(DATASET, List.of(found(SMALL, 0.9f), found(MEDIUM, 0.2f)))
                .figures();
        assertThat(figures.ap()).isCloseTo(1, within(1e-9));
        assertThat(figures.apSmall()).isCloseTo(1, within(1e-9));
        assertThat(figures.ar1()).isCloseTo(1, within(1e-9));
    }

    @Test
    void noDetectionsScoreNothing() {
        assertThat(CocoEvaluator.accuracy(DATASET, List.of()).map50To95()).isZero();
    }

    @Test
    void whatTheDataLackIsNotANumber() {
        Accuracy accuracy = CocoEvaluator.accuracy(DATASET, List.of());
        assertThat(accuracy.mapLarge()).isNaN();
        assertThat(CocoEvaluator.scores(DATASET, List.of())
                        .classes()
                        .get(2)
                        .figures()
                        .ap())
                .isNaN();
    }

    @Test
    void rightBoxOfTheWrongClassIsWrong() {
        Detection wrong = new Detection(1, 2, 0.9f, 10, 10, 30, 30);
        assertThat(CocoEvaluator.accuracy(DATASET, List.of(wrong)).map50()).isZero();
    }

    @Test
    void detectionsOnOtherImagesAreLeftOut() {
        Detection elsewhere = new Detection(77, 0, 0.99f, 0, 0, 5, 5);
        List<Detection> detections = List.of(elsewhere, found(SMALL, 0.9f), found(MEDIUM, 0.9f));
        assertThat(CocoEvaluator.accuracy(DATASET, detections).map50()).isCloseTo(1, within(1e-9));
    }

    @Test
    void orderOfDetectionsDoesNotMatterWhereScoresDiffer() {
        Random random = new Random(4);
        List<Detection> detections = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            float x = 40 * random.nextFloat();
            float y = 40 * random.nextFloat();
            detections.add(new Detection(1, random.nextInt(2), random.nextFloat(), x, y, x + 25, y + 25));
        }
        detections.add(found(SMALL, 0.5f));
        CocoScores before = CocoEvaluator.scores(DATASET, detections);
        Collections.shuffle(detections, random);
        assertThat(CocoEvaluator.scores(DATASET, detections)).isEqualTo(before);
    }

    @Test
    void curvesTellTheThresholdThatReachesEachRecall() {
        Detection wrong = new Detection(1, 0, 0.7f, 60, 60, 80, 80);
        ClassFigures a = CocoEvaluator.scores(DATASET, List.of(wrong, found(SMALL, 0.5f)))
                .classes()
                .get(0);

        assertThat(a.curve().precision()).hasSize(101).allSatisfy(p -> assertThat(p)
                .isCloseTo(0.5, within(1e-9)));
        // recall 0 is reached by the first detection, every other by the second
        assertThat(a.curve().thresholds().get(0)).isCloseTo(0.7, within(1e-6));
        assertThat(a.curve().thresholds().get(1)).isCloseTo(0.5, within(1e-6));
        assertThat(a.objects()).isEqualTo(1);
        assertThat(a.detections()).isEqualTo(2);
    }

    @Test
    void theBestF1StandsAtItsThreshold() {
        Detection wrong = new Detection(1, 0, 0.3f, 60, 60, 80, 80);
        BestF1 best = CocoEvaluator.scores(DATASET, List.of(wrong, found(SMALL, 0.8f)))
                .classes()
                .get(0)
                .bestF1();

        assertThat(best.f1()).isCloseTo(1, within(1e-9));
        assertThat(best.threshold()).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void aThresholdKeepsAllThatScoreTheSame() {
        Detection wrong = new Detection(1, 0, 0.8f, 60, 60, 80, 80);
        BestF1 best = CocoEvaluator.scores(DATASET, List.of(found(SMALL, 0.8f), wrong))
                .classes()
                .get(0)
                .bestF1();

        assertThat(best.precision()).isCloseTo(0.5, within(1e-9));
        assertThat(best.recall()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aClassWithoutObjectsHasNoCurve() {
        ClassFigures c = CocoEvaluator.scores(DATASET, List.of()).classes().get(2);

        assertThat(c.curve().precision()).containsOnly(Double.NaN);
        assertThat(c.bestF1().f1()).isNaN();
    }

    private static Detection found(GroundTruth o, float score) {
        return new Detection(1, o.classIndex(), score, o.x(), o.y(), o.right(), o.bottom());
    }
}
