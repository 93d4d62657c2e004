package io.falconet.evaluator.detect.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.DecodingRule;
import io.falconet.evaluator.detect.NonMaximumSuppression;
import io.falconet.evaluator.detect.ScoredBox;
import io.falconet.evaluator.detect.Start;
import io.falconet.evaluator.detect.family.DetectorFamilies;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.AnchorFormat.Sides;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class YoloFamilyTest {
    private static final List<AnchorFormat.Anchor> ANCHORS =
            List.of(new AnchorFormat.Anchor(10, 10), new AnchorFormat.Anchor(20, 16));

    private static Detector detector(Sides sides, double reach) {
        AnchorFormat format = new AnchorFormat(3, sides, List.of(new AnchorFormat.Level(8, reach, ANCHORS)));
        NetworkBuilder network = NetworkBuilder.of(Shape.image(32, 32));
        Node x = network.scope("stem").convNormActivate(network.input(), Conv.dense(8, 3, 2), Activation.RELU);
        x = network.scope("down").convNormActivate(x, Conv.dense(8, 3, 4), Activation.RELU);
        Node output = network.scope("head")
                .conv(x, Conv.pointwiseWithBias(format.channels(format.levels().get(0))));
        return new Detector(network.build(List.of(output)), format);
    }

    private static final Detector YOLOV5 = detector(Sides.SQUARED, 2);

    @Test
    void biasesExpectFewObjectsAndEachClassAlike() {
        Weights start = Weights.initial(YOLOV5.network(), 1);
        Weights prepared = DetectorFamilies.of(YOLOV5).initial(start, Start.AUTHORS);
        float[] bias = prepared.tensor("head.conv.bias").values();
        assertThat(bias).hasSize(16);
        for (int anchor = 0; anchor < 2; anchor++) {
            assertThat(bias[anchor * 8]).isZero();
            assertThat((double) bias[anchor * 8 + 4]).isCloseTo(Math.log(8 / (80.0 * 80)), within(1e-5));
            assertThat((double) bias[anchor * 8 + 7]).isCloseTo(Math.log(0.6 / 2.000001), within(1e-5));
        }
        float[] before = start.tensor("stem.conv.weight").values();
        float[] after = prepared.tensor("stem.conv.weight").values();
        assertThat((double) (after[3] / before[3])).isCloseTo(Math.sqrt(1 / 6.0), within(1e-6));
    }

    @Test
    void anchorsThatFitStay() {
        List<Box> objects = boxes(new Random(1), 50, 12);
        assertThat(DetectorFamilies.of(YOLOV5).fitted(objects).detector()).isEqualTo(YOLOV5);
    }

    @Test
    void anchorsAreFoundWhereObjectsAreLeftOut() {
        List<Box> objects = boxes(new Random(1), 50, 1.9);
        AnchorFormat fitted = (AnchorFormat)
                DetectorFamilies.of(YOLOV5).fitted(objects).detector().format();
        List<Anchor> found = AnchorGrid.anchors(fitted.levels().get(0));
        List<Anchor> sizes = objects.stream()
                .map(box -> new Anchor(box.x2() - box.x1(), box.y2() - box.y1()))
                .toList();
        assertThat(AnchorFit.of(sizes, found, 4).bestPossibleRecall()).isEqualTo(1);
        assertThat(found.get(0).area()).isLessThan(found.get(1).area());
        assertThat(DetectorFamilies.of(YOLOV5).fitted(objects).detector().format())
                .as("the same again")
                .isEqualTo(fitted);
    }

    @Test
    void fewObjectsDecideNothing() {
        assertThat(DetectorFamilies.of(YOLOV5).fitted(List.of()).detector()).isEqualTo(YOLOV5);
    }

    private static List<Box> boxes(Random random, int count, double side) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Box(
                        0, 0, (float) (side * (1 + random.nextDouble())), (float) (side * (1 + random.nextDouble()))))
                .toList();
    }

    @Test
    void darknetsSidesGrowExponentially() {
        float[] output = new float[2 * 8 * 16];
        int cell = 5;
        int step = 16;
        Arrays.fill(output, -20);
        for (int part = 0; part < 4; part++) {
            output[part * step + cell] = part < 2 ? 0 : (float) Math.log(2);
        }
        output[4 * step + cell] = 20;
        output[6 * step + cell] = 20;
        List<ScoredBox> found = DetectorFamilies.of(detector(Sides.EXPONENTIAL, 1))
                .decoder(new DecodingRule(0.5f, NonMaximumSuppression.STANDARD))
                .decode(new float[][] {output}, 0);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).classIndex()).isEqualTo(1);
        Box box = found.get(0).box();
        assertThat(box.centerX()).isCloseTo(12, within(1e-4f));
        assertThat(box.x2() - box.x1()).isCloseTo(20, within(1e-4f));
    }

    @Test
    void darknetsGradientIsTheLosssSlope() {
        AnchorLevel level = new AnchorLevel(8, 4, 4, 1.2, List.of(new Anchor(10, 10), new Anchor(20, 16)));
        AnchorGrid grid = new AnchorGrid(3, Sides.EXPONENTIAL, List.of(level));
        YoloLoss loss = new YoloLoss(grid, AnchorMatcher.STANDARD, YoloGains.standard(1));
        List<Target> targets = List.of(new Target(0, 1, 0.4f, 0.6f, 0.3f, 0.4f));
        Random random = new Random(3);
        float[] output = new float[2 * 8 * 16];
        for (int i = 0; i < output.length; i++) {
            output[i] = (float) random.nextGaussian();
        }
        assertThat(loss.compute(new float[][] {output}, 1, targets).matches())
                .as("only the centre's cell")
                .isEqualTo(2);
        float[] gradient = loss.gradient()[0].clone();
        for (int part = 0; part < 4; part++) {
            int at = part * 16 + 2 * 4 + 1;
            float kept = output[at];
            output[at] = kept + 1e-3f;
            double above = loss.compute(new float[][] {output}, 1, targets).box();
            output[at] = kept - 1e-3f;
            double below = loss.compute(new float[][] {output}, 1, targets).box();
            output[at] = kept;
            double constantAspectWeight = part < 2 ? 1e-5 : 1e-3; // its own slope counts as none
            assertThat((double) gradient[at]).isCloseTo((above - below) / 2e-3, within(constantAspectWeight));
        }
    }

    @Test
    void headsWithoutBiasAreRefused() {
        NetworkBuilder network = NetworkBuilder.of(Shape.image(32, 32));
        Node output = network.scope("head").convNormActivate(network.input(), Conv.dense(16, 3, 8), Activation.RELU);
        Detector odd = new Detector(network.build(List.of(output)), YOLOV5.format());
        assertThatThrownBy(() -> DetectorFamilies.of(odd).initial(Weights.initial(odd.network(), 1), Start.AUTHORS))
                .hasMessageContaining("convolution with bias");
    }
}
