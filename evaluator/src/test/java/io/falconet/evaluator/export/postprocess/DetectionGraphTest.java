package io.falconet.evaluator.export.postprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.detect.DecodingRule;
import io.falconet.evaluator.detect.NonMaximumSuppression;
import io.falconet.evaluator.detect.ScoredBox;
import io.falconet.evaluator.detect.family.DetectorFamilies;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.evaluator.export.RandomWeights;
import io.falconet.latency.measure.OnnxSession;
import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Scale;
import io.falconet.space.graph.Shape;
import io.falconet.space.space.Choice;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.zoo.ZooModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that tells objects itself tells those that Falconet reads from the raw outputs. */
class DetectionGraphTest {
    private static final int CLASSES = 6;
    private static final float LARGEST_LOGIT = 5;
    private static final NonMaximumSuppression NONE = new NonMaximumSuppression(1, Integer.MAX_VALUE);

    /** NanoDet's centres and NanoDet-Plus's corners, YOLOv5's squared sides and darknet's exponential ones. */
    @ParameterizedTest
    @CsvSource({
        "nanodet-m, 128, 160",
        "nanodet-plus-m, 160, 128",
        "yolov5n, 96, 160",
        "yolov4-tiny, 160, 96",
        "yolov3-tiny, 96, 96"
    })
    void publishedDetectorsTellWhatIsRead(String model, int height, int width) {
        Detector detector = ZooModel.named(model).detector(Shape.image(height, width), CLASSES);
        assertTellsWhatIsRead(detector, 300, new NonMaximumSuppression(0.6, 100), 1);
        assertTellsWhatIsRead(detector, 60, new NonMaximumSuppression(0.3, 300, true), 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4, 5, 7, 10})
    void searchedDetectorsTellWhatIsRead(long seed) {
        SearchSpace space = SearchSpaces.named("small-objects");
        Random random = new Random(seed);
        int[] options = space.choices().stream()
                .map(Choice::options)
                .mapToInt(all -> random.nextInt(all.size()))
                .toArray();
        options[0] = 0; // small inputs suffice
        Detector detector = space.detector(space.architecture(options), CLASSES);
        assertTellsWhatIsRead(detector, 200, new NonMaximumSuppression(0.6, 100), seed);
    }

    @Test
    void anchorsThatWereFittedAreTold() {
        Detector built = ZooModel.named("yolov5n").detector(Shape.image(96, 96), CLASSES);
        AnchorFormat fitted = AnchorFormat.yolov5(
                CLASSES,
                List.of(8, 16, 32),
                List.of(List.of(3, 4, 5, 6, 6, 5), List.of(7.5, 8, 9, 9, 12, 8), List.of(10, 12, 20, 21, 40, 30)));
        assertTellsWhatIsRead(new Detector(built.network(), fitted), 200, new NonMaximumSuppression(0.6, 100), 1);
    }

    @Test
    void fewObjectsMayBeNone() {
        Detector detector = ZooModel.named("nanodet-m").detector(Shape.image(64, 64), CLASSES);
        Weights weights = Weights.initial(detector.network(), 1);
        DecodingRule rule = new DecodingRule(0.9999f, NonMaximumSuppression.STANDARD);
        assertThat(told(detector, weights, rule, new float[3 * 64 * 64])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fcos-shufflenetv2", "thundernet-snet49"})
    void whatNobodyReadsIsRefused(String model) {
        ZooModel zoo = ZooModel.named(model);
        Detector detector = zoo.detector(zoo.image(), CLASSES);
        DecodingRule rule = new DecodingRule(0.3f, NonMaximumSuppression.STANDARD);
        assertThatThrownBy(() -> DetectionGraph.of(detector, rule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GFL or YOLO")
                .hasMessageContaining("Maybe");
    }

    @Test
    void theFileSaysWhatItTells() {
        Detector detector = ZooModel.named("nanodet-m").detector(Shape.image(64, 64), CLASSES);
        DetectionGraph told = DetectionGraph.of(detector, new DecodingRule(0.25f, NonMaximumSuppression.STANDARD));
        byte[] model = OnnxWriter.singleImage()
                .with(told.properties())
                .write(detector, Weights.initial(detector.network(), 1), told);
        try (OnnxSession session = new OnnxSession(model, 1)) {
            assertThat(session.properties())
                    .containsEntry("detections", "x1,y1,x2,y2,score,class")
                    .containsEntry("detections.score", "0.25")
                    .containsEntry("detections.iou", "0.6")
                    .containsEntry("detections.most", "100")
                    .containsEntry("detections.acrossClasses", "false");
            assertThat(session.infer()).containsOnlyKeys("detections");
        }
    }

    @Test
    void oneImageAtATime() {
        Detector detector = ZooModel.named("nanodet-m").detector(Shape.image(64, 64), CLASSES);
        DetectionGraph told = DetectionGraph.of(detector, new DecodingRule(0.25f, NonMaximumSuppression.STANDARD));
        assertThatThrownBy(() -> OnnxWriter.anyBatch().write(detector, Weights.initial(detector.network(), 1), told))
                .hasMessageContaining("one image");
    }

    @Test
    void whatTheModelLeavesOutCannotBeAskedFor() {
        DecodingRule inside = new DecodingRule(0.3f, NonMaximumSuppression.STANDARD);
        Detector detector = ZooModel.named("nanodet-m").detector(Shape.image(64, 64), CLASSES);
        Map<String, String> properties = DetectionGraph.of(detector, inside).properties();

        assertThat(ToldObjects.are(properties)).isTrue();
        assertThat(ToldObjects.of(properties, inside)).isEqualTo(new ToldObjects(0.3f));
        assertThatThrownBy(() -> ToldObjects.of(properties, new DecodingRule(0.05f, NonMaximumSuppression.STANDARD)))
                .hasMessageContaining("over 0.05")
                .hasMessageContaining("Maybe --score 0.3");
        assertThatThrownBy(() ->
                        ToldObjects.of(properties, new DecodingRule(0.3f, new NonMaximumSuppression(0.6, 100, true))))
                .hasMessageContaining("class by class")
                .hasMessageContaining("Maybe without --class-agnostic");
    }

    /**
     * Compares by a threshold that as many candidates pass.
     *
     * @param candidates fewer than those at which reading stops to look
     */
    private static void assertTellsWhatIsRead(
            Detector built, int candidates, NonMaximumSuppression suppression, long seed) {
        Weights weights = RandomWeights.of(built.network(), seed);
        float[] image = noise((int) built.network().input().elements(), seed);
        Detector detector = sober(built, raw(built, weights, image));
        float[][] outputs = raw(detector, weights, image);
        List<ScoredBox> all = read(detector, new DecodingRule(0, NONE), outputs);
        float threshold = (all.get(candidates - 1).score() + all.get(candidates).score()) / 2;
        DecodingRule rule = new DecodingRule(threshold, suppression);

        List<ScoredBox> expected = read(detector, rule, outputs);
        List<ScoredBox> found = told(detector, weights, rule, image);

        assertThat(expected).hasSizeGreaterThan(2);
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            ScoredBox one = found.get(i);
            ScoredBox same = expected.get(i);
            assertThat(one.score()).isCloseTo(same.score(), within(1e-5f));
            assertThat(one.classIndex()).as("class of %s", same).isEqualTo(same.classIndex());
            assertThat(edges(one)).containsExactly(edges(same), within(1e-3f));
        }
    }

    /** The detector with outputs so scaled that it is as sure of little as a trained one: random weights are sure of all. */
    private static Detector sober(Detector detector, float[][] outputs) {
        List<Node> nodes = new ArrayList<>(detector.network().nodes());
        List<String> names = new ArrayList<>();
        for (int i = 0; i < outputs.length; i++) {
            float largest = 0;
            for (float value : outputs[i]) {
                largest = Math.max(largest, Math.abs(value));
            }
            Node output = detector.network().outputNodes().get(i);
            Shape shape = output.shape();
            names.add("sober" + i);
            nodes.add(new Node(
                    names.get(i), new Scale(LARGEST_LOGIT / largest), List.of(output.name()), List.of(shape), shape));
        }
        return new Detector(new Network(nodes, names), detector.format());
    }

    private static float[] edges(ScoredBox seen) {
        return new float[] {
            seen.box().x1(), seen.box().y1(), seen.box().x2(), seen.box().y2()
        };
    }

    private static List<ScoredBox> read(Detector detector, DecodingRule rule, float[][] outputs) {
        return DetectorFamilies.of(detector).decoder(rule).decode(outputs, 0);
    }

    private static List<ScoredBox> told(Detector detector, Weights weights, DecodingRule rule, float[] image) {
        DetectionGraph told = DetectionGraph.of(detector, rule);
        byte[] model = OnnxWriter.singleImage().with(told.properties()).write(detector, weights, told);
        try (OnnxSession session = new OnnxSession(model, 1)) {
            session.read(image);
            return ToldObjects.of(session.properties(), rule)
                    .decode(new float[][] {session.infer().get("detections")}, 0);
        }
    }

    private static float[][] raw(Detector detector, Weights weights, float[] image) {
        try (OnnxSession session = new OnnxSession(OnnxWriter.singleImage().write(detector, weights), 1)) {
            session.read(image);
            Map<String, float[]> found = session.infer();
            return OnnxWriter.outputs(detector).stream().map(found::get).toArray(float[][]::new);
        }
    }

    private static float[] noise(int size, long seed) {
        Random random = new Random(seed);
        float[] values = new float[size];
        IntStream.range(0, size).forEach(i -> values[i] = (float) random.nextGaussian());
        return values;
    }
}
