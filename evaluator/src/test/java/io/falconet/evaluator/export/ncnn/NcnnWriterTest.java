package io.falconet.evaluator.export.ncnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.evaluator.export.RandomWeights;
import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Attention;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.ChannelNorm;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.GlobalPool;
import io.falconet.space.graph.GroupNorm;
import io.falconet.space.graph.LearnedOffset;
import io.falconet.space.graph.LearnedScale;
import io.falconet.space.graph.Linear;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Op;
import io.falconet.space.graph.Pool;
import io.falconet.space.graph.Resize;
import io.falconet.space.graph.ResizeTo;
import io.falconet.space.graph.Scale;
import io.falconet.space.graph.Shape;
import io.falconet.space.graph.Shuffle;
import io.falconet.space.graph.Slice;
import io.falconet.space.graph.SpaceToDepth;
import io.falconet.space.graph.TransposedConv;
import io.falconet.space.graph.Weight;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.zoo.ZooModel;
import io.falconet.space.zoo.ZooNetwork;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files are what ncnn expects. That it computes what is meant is checked by {@code docs/benchmarks/ncnn/compare.py},
 * which needs ncnn.
 */
class NcnnWriterTest {
    /** Larger models consist of the same layers. */
    private static final long MOST_PARAMETERS = 10_000_000;

    static Stream<ZooModel> models() {
        return ZooModel.all().stream()
                .filter(model -> model.published().complexity().parameters() < MOST_PARAMETERS);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyPublishedModelIsSound(ZooModel model) {
        ZooNetwork built = model.published();
        List<String> outputs = built.format()
                .map(format -> OnnxWriter.outputs(new Detector(built.network(), format)))
                .orElseGet(() -> OnnxWriter.outputs(built.network()));
        assertSound(built.network(), outputs);
        built.format()
                .flatMap(DetectionFormat::secondStage)
                .ifPresent(stage -> assertSound(stage, OnnxWriter.outputs(stage)));
    }

    @ParameterizedTest
    @CsvSource({"small-objects, 1", "small-objects, 2", "small-objects, 3", "catalog, 1", "catalog, 2", "catalog, 3"})
    void searchedDetectorsAreSound(String name, long seed) {
        SearchSpace space = SearchSpaces.named(name);
        Detector detector = space.detector(space.draw(new Random(seed)), 6);
        assertSound(detector.network(), OnnxWriter.outputs(detector));
    }

    static Stream<Op> operators() {
        return Stream.concat(
                Stream.of(Activation.values()).map(Activate::new),
                Stream.of(
                        new Conv(12, 3, 2, 1, 4, true),
                        TransposedConv.enlarge(8, 2),
                        new TransposedConv(6, 4, 2, 1, 1, true),
                        new Linear(7, true),
                        BatchNorm.STANDARD,
                        GroupNorm.of(2),
                        ChannelNorm.STANDARD,
                        new Scale(0.5),
                        new LearnedScale(),
                        new LearnedOffset(),
                        new Pool(Pool.Kind.MAX, 2, 1, 0, 1),
                        new Pool(Pool.Kind.AVERAGE, 3, 2, 1),
                        new GlobalPool(),
                        new Resize(Resize.Mode.NEAREST, 3),
                        new Resize(Resize.Mode.BILINEAR, 2),
                        new ResizeTo(15, 30),
                        new Slice(1, 5),
                        new Shuffle(2),
                        new SpaceToDepth(2)));
    }

    @ParameterizedTest
    @MethodSource("operators")
    void everyOperatorIsSound(Op op) {
        assertSound(network((network, x) -> List.of(network.add("op", op, x))), List.of("output0"));
    }

    @Test
    void attentionIsSound() {
        Network network = network((builder, x) -> List.of(
                builder.add("attention", new Attention(2), builder.add("three", Conv.pointwiseWithBias(24), x))));
        assertThat(assertSound(network, List.of("output0")).types()).contains("MatMul", "Softmax");
    }

    @Test
    void aLineIsALayer() {
        Network network = network((builder, x) -> {
            Node conv = builder.scope("a").convNorm(x, Conv.depthwise(8, 3, 1));
            return List.of(builder.add("sum", new Add(), builder.activate(conv, Activation.RELU6), x));
        });
        assertThat(NcnnWriter.write(network, List.of("sum"), zeros(network))
                        .param()
                        .lines()
                        .map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "7767517",
                        "6 7",
                        "Input images 0 1 images 0=32 1=24 2=3",
                        "Convolution stem.conv 1 1 images stem.conv 0=8 1=3 3=2 4=1 5=1 6=216",
                        "Split stem.conv/split 1 2 stem.conv stem.conv/1 stem.conv/2",
                        "ConvolutionDepthWise a.conv 1 1 stem.conv/1 a.conv 0=8 1=3 3=1 4=1 7=8 5=1 6=72",
                        "Clip act 1 1 a.conv act 0=0.00000000e+00 1=6.00000000e+00",
                        "BinaryOp sum 2 1 act stem.conv/2 sum 0=0");
    }

    @Test
    void kernelsFollowTheirPrecisionAndBiasesDoNot() {
        Network network = network((builder, x) -> List.of(x));
        Weights weights = RandomWeights.of(network, 1);
        ByteBuffer bin = ByteBuffer.wrap(
                        NcnnWriter.write(network, List.of("x"), weights).bin())
                .order(ByteOrder.LITTLE_ENDIAN);

        assertThat(bin.getInt()).isZero();
        assertThat(floats(bin, 216))
                .isEqualTo(weights.tensor("stem.conv.weight").values());
        assertThat(floats(bin, 8)).isEqualTo(weights.tensor("stem.conv.bias").values());
        assertThat(bin.hasRemaining()).isFalse();
    }

    @Test
    void kernelsThatEnlargeAreWrittenByOutputChannel() {
        NetworkBuilder builder = NetworkBuilder.of(Shape.image(4, 4));
        Node up = builder.add("up", new TransposedConv(2, 1, 1, 0, 1, false), builder.input());
        Network network = builder.build(List.of(up));
        Weights weights =
                new Weights(Map.of("up.weight", new Tensor(List.of(3, 2, 1, 1), new float[] {10, 20, 11, 21, 12, 22})));
        ByteBuffer bin = ByteBuffer.wrap(
                        NcnnWriter.write(network, List.of("up"), weights).bin())
                .order(ByteOrder.LITTLE_ENDIAN);

        assertThat(bin.getInt()).isZero();
        assertThat(floats(bin, 6)).containsExactly(10, 11, 12, 20, 21, 22);
    }

    @Test
    void anOutputThatIsReadHasABlobOfItsOwn() {
        Network network = network((builder, x) -> {
            Node relu = builder.activate(x, Activation.RELU);
            return List.of(relu, builder.scope("b").activate(relu, Activation.EXP), relu, builder.input());
        });
        assertSound(network, List.of("output0", "output1", "output2", "output3"));
    }

    @Test
    void aMapOfOneCellIsEnlargedAsItIs() {
        Network network = network((builder, x) -> List.of(
                builder.add("large", new Resize(Resize.Mode.BILINEAR, 4), builder.add("mean", new GlobalPool(), x))));
        assertThat(NcnnWriter.write(network, List.of("large"), zeros(network)).param())
                .containsPattern("Interp +large .* 0=1 ");
    }

    @Test
    void whatNcnnCannotSayIsRefused() {
        Network network = network((builder, x) -> List.of(builder.add(
                "neck.large",
                new Resize(Resize.Mode.BILINEAR, 2),
                builder.add("pool", new Pool(Pool.Kind.MAX, 12, 1, 0), x))));
        assertThatThrownBy(() -> NcnnWriter.write(network, List.of("x"), zeros(network)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neck.large")
                .hasMessageContaining("Resize")
                .hasMessageContaining("8x1x5")
                .hasMessageContaining("Maybe");
    }

    @Test
    void namesThatNcnnCannotReadAreRefused() {
        Network network = network((builder, x) -> List.of(builder.add("two words", new Scale(2), x)));
        assertThatThrownBy(() -> NcnnWriter.write(network, List.of("x"), zeros(network)))
                .hasMessageContaining("\"two words\"")
                .hasMessageContaining("Maybe");
    }

    private static NcnnText assertSound(Network network, List<String> outputs) {
        return NcnnText.assertSound(NcnnWriter.write(network, outputs, zeros(network)), outputs);
    }

    /** A network that ends in what the function appends to a map of 8x12x16. */
    private static Network network(BiFunction<NetworkBuilder, Node, List<Node>> append) {
        NetworkBuilder network = NetworkBuilder.of(Shape.image(24, 32));
        Node stem = network.scope("stem").conv(network.input(), new Conv(8, 3, 2, 1, 1, true));
        return network.build(append.apply(network, stem));
    }

    /** What is written does not depend on the values. */
    private static Weights zeros(Network network) {
        Map<String, Tensor> tensors = new HashMap<>();
        for (Node node : network.nodes()) {
            for (Weight weight : node.weights()) {
                tensors.put(node.key(weight), new Tensor(weight.dimensions(), new float[(int) weight.size()]));
            }
        }
        return new Weights(tensors);
    }

    private static float[] floats(ByteBuffer bytes, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = bytes.getFloat();
        }
        return values;
    }
}
