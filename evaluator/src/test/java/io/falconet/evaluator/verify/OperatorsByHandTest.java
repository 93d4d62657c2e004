package io.falconet.evaluator.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.GroupNorm;
import io.falconet.space.graph.LearnedScale;
import io.falconet.space.graph.Linear;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Op;
import io.falconet.space.graph.Pool;
import io.falconet.space.graph.Scale;
import io.falconet.space.graph.Shape;
import io.falconet.space.graph.SpaceToDepth;
import io.falconet.space.graph.TransposedConv;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operators give what one computes by hand, in both engines. */
class OperatorsByHandTest {
    private static final Shape CELL = new Shape(2, 1, 1);
    private static final Shape SQUARE = new Shape(1, 2, 2);

    @ParameterizedTest
    @EnumSource
    void transposedConvolutionPaintsItsKernelForEachCell(Engine engine) {
        Map<String, Tensor> kernel = Map.of("op.weight", tensor(List.of(1, 1, 2, 2), 1, 2, 3, 4));
        assertThat(run(engine, new TransposedConv(1, 2, 2, 0, 1, false), SQUARE, kernel, 1, 2, 3, 4))
                .containsExactly(1, 2, 2, 4, 3, 4, 6, 8, 3, 6, 4, 8, 9, 12, 12, 16);
    }

    @ParameterizedTest
    @EnumSource
    void transposedConvolutionAddsWhereKernelsOverlapAndCutsThePadding(Engine engine) {
        Map<String, Tensor> kernel = Map.of("op.weight", tensor(List.of(1, 1, 3, 3), 1, 1, 1, 1, 1, 1, 1, 1, 1));
        assertThat(run(engine, new TransposedConv(1, 3, 2, 1, 1, false), SQUARE, kernel, 1, 2, 3, 4))
                .containsExactly(1, 3, 2, 4, 10, 6, 3, 7, 4);
    }

    @ParameterizedTest
    @EnumSource
    void transposedConvolutionKeepsInputChannelsOutermost(Engine engine) {
        Map<String, Tensor> dense = Map.of("op.weight", tensor(List.of(2, 3, 1, 1), 1, 2, 3, 10, 20, 30));
        assertThat(run(engine, new TransposedConv(3, 1, 1, 0, 1, false), CELL, dense, 1, 2))
                .containsExactly(21, 42, 63);
        Map<String, Tensor> grouped = Map.of(
                "op.weight", tensor(List.of(2, 2, 1, 1), 1, 2, 10, 20), "op.bias", tensor(List.of(4), 0, 0, 0, 100));
        assertThat(run(engine, new TransposedConv(4, 1, 1, 0, 2, true), CELL, grouped, 1, 2))
                .containsExactly(1, 2, 20, 140);
    }

    @ParameterizedTest
    @EnumSource
    void linearReadsChannelByChannelRowByRow(Engine engine) {
        Map<String, Tensor> weights = Map.of(
                "op.weight", tensor(List.of(2, 4), 1, 0, 0, 0, 0, 1, 10, 100), "op.bias", tensor(List.of(2), 5, 6));
        assertThat(run(engine, new Linear(2, true), new Shape(2, 1, 2), weights, 1, 2, 3, 4))
                .containsExactly(6, 438);
    }

    @ParameterizedTest
    @EnumSource
    void groupNormTakesMeanAndVarianceOfEachGroup(Engine engine) {
        Map<String, Tensor> weights =
                Map.of("op.weight", tensor(List.of(2), 2, 4), "op.bias", tensor(List.of(2), 0.5f, 1));
        assertThat(run(engine, GroupNorm.of(1), CELL, weights, 1, 3))
                .containsExactly(new float[] {-1.5f, 5}, within(1e-4f));
        assertThat(run(engine, GroupNorm.of(2), new Shape(2, 1, 2), weights, 1, 3, 10, 30))
                .containsExactly(new float[] {-1.5f, 2.5f, -3, 5}, within(1e-4f));
    }

    @ParameterizedTest
    @EnumSource
    void scalesMultiplyEveryElement(Engine engine) {
        assertThat(run(engine, new Scale(0.5), SQUARE, Map.of(), 1, 2, 3, 4)).containsExactly(0.5f, 1, 1.5f, 2);
        Map<String, Tensor> three = Map.of("op.scale", tensor(List.of(1), 3));
        assertThat(run(engine, new LearnedScale(), SQUARE, three, 1, 2, 3, 4)).containsExactly(3, 6, 9, 12);
    }

    @ParameterizedTest
    @EnumSource
    void spaceToDepthReadsSquaresColumnByColumn(Engine engine) {
        assertThat(run(engine, new SpaceToDepth(2), new Shape(2, 2, 2), Map.of(), 1, 2, 3, 4, 5, 6, 7, 8))
                .containsExactly(1, 5, 3, 7, 2, 6, 4, 8);
    }

    @ParameterizedTest
    @EnumSource
    void unevenPoolsPadTheEndAlone(Engine engine) {
        assertThat(run(engine, new Pool(Pool.Kind.MAX, 2, 1, 0, 1), SQUARE, Map.of(), 1, 2, 3, -4))
                .containsExactly(3, 2, 3, -4);
        assertThat(run(engine, new Pool(Pool.Kind.AVERAGE, 2, 1, 0, 1), SQUARE, Map.of(), 1, 2, 3, -4))
                .containsExactly(0.5f, -0.5f, -0.25f, -1);
    }

    @ParameterizedTest
    @EnumSource
    void exponentialIsThatOfEulersNumber(Engine engine) {
        assertThat(run(engine, new Activate(Activation.EXP), CELL, Map.of(), 0, 1))
                .containsExactly(new float[] {1, (float) Math.E}, within(1e-6f));
    }

    @ParameterizedTest
    @EnumSource
    void severalInputsKeepTheirOrder(Engine engine) {
        NetworkBuilder builder = NetworkBuilder.of(List.of(CELL, new Shape(2, 1, 2), CELL), BatchNorm.STANDARD);
        List<Node> inputs = builder.inputs();
        Node sum = builder.add("sum", new Add(), inputs.get(1), inputs.get(2));
        Node both = builder.add("both", new Concat(), inputs.get(2), inputs.get(0));
        List<float[]> outputs = engine.run(
                builder.build(List.of(sum, both)),
                new Weights(Map.of()),
                List.of(new float[] {1, 2}, new float[] {3, 4, 5, 6}, new float[] {10, 20}));
        assertThat(outputs.get(0)).containsExactly(13, 14, 25, 26);
        assertThat(outputs.get(1)).containsExactly(10, 20, 1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void anOutputMayBeGivenTwiceOrBeAnInput(Engine engine) {
        NetworkBuilder builder = NetworkBuilder.of(List.of(CELL, CELL), BatchNorm.STANDARD);
        Node sum = builder.add("sum", new Add(), builder.input(), builder.input());
        List<float[]> outputs = engine.run(
                builder.build(List.of(sum, builder.inputs().get(1), sum)),
                new Weights(Map.of()),
                List.of(new float[] {1, 2}, new float[] {3, 4}));
        assertThat(outputs.get(0)).containsExactly(2, 4);
        assertThat(outputs.get(1)).containsExactly(3, 4);
        assertThat(outputs.get(2)).containsExactly(2, 4);
    }

    private static float[] run(Engine engine, Op op, Shape shape, Map<String, Tensor> weights, float... input) {
        NetworkBuilder builder = NetworkBuilder.of(shape);
        Network network = builder.build(List.of(builder.add("op", op, builder.input())));
        return engine.run(network, new Weights(weights), List.of(input)).get(0);
    }

    private static Tensor tensor(List<Integer> dimensions, float... values) {
        return new Tensor(dimensions, values);
    }
}
