package io.falconet.evaluator.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.graph.Attention;
import io.falconet.space.graph.ChannelNorm;
import io.falconet.space.graph.LearnedOffset;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Op;
import io.falconet.space.graph.ResizeTo;
import io.falconet.space.graph.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What transformers and uneven pyramids need gives what one computes by hand, in both engines. */
class AttentionByHandTest {
    /** Two heads of one channel: one cell weighs all alike, the other the second three times; then equal queries. */
    @ParameterizedTest
    @EnumSource
    void cellsGetTheValuesThatTheirQueriesAskFor(Engine engine) {
        float three = (float) Math.log(3);
        float[] queriesKeysValues = {0, 1, 0, 0, 0, three, 5, 7, 4, 8, 1, 3};
        assertThat(run(engine, new Attention(2), new Shape(6, 1, 2), Map.of(), queriesKeysValues))
                .containsExactly(new float[] {6, 7, 2, 2}, within(1e-5f));
    }

    /** A head of two channels divides its products by the root of two. */
    @ParameterizedTest
    @EnumSource
    void productsAreScaledByTheRootOfTheHeadsWidth(Engine engine) {
        float key = (float) (Math.log(3) * Math.sqrt(2));
        float[] queriesKeysValues = {1, 1, 0, 0, 0, key, 0, 9, 4, 8, 0, 4};
        assertThat(run(engine, new Attention(1), new Shape(6, 1, 2), Map.of(), queriesKeysValues))
                .containsExactly(new float[] {7, 7, 3, 3}, within(1e-5f));
    }

    @ParameterizedTest
    @EnumSource
    void channelNormTakesMeanAndVarianceOfEachCell(Engine engine) {
        Map<String, Tensor> weights = Map.of(
                "op.weight", new Tensor(List.of(2), new float[] {2, 3}),
                "op.bias", new Tensor(List.of(2), new float[] {10, 20}));
        assertThat(run(engine, ChannelNorm.STANDARD, new Shape(2, 1, 2), weights, 1, 70, 3, 50))
                .containsExactly(new float[] {8, 12, 23, 17}, within(1e-3f));
    }

    @ParameterizedTest
    @EnumSource
    void learnedOffsetsAreStoredCellByCell(Engine engine) {
        Map<String, Tensor> weights = Map.of("op.offset", new Tensor(List.of(2, 1, 2), new float[] {1, 2, 3, 4}));
        assertThat(run(engine, new LearnedOffset(), new Shape(2, 1, 2), weights, 10, 20, 30, 40))
                .containsExactly(11, 23, 32, 44);
    }

    @ParameterizedTest
    @EnumSource
    void anySizeTakesTheNearestCell(Engine engine) {
        assertThat(run(engine, new ResizeTo(1, 6), new Shape(1, 1, 4), Map.of(), 1, 2, 3, 4))
                .containsExactly(1, 1, 2, 3, 3, 4);
        assertThat(run(engine, new ResizeTo(1, 3), new Shape(1, 2, 2), Map.of(), 1, 2, 3, 4))
                .containsExactly(1, 1, 2);
    }

    private static float[] run(Engine engine, Op op, Shape shape, Map<String, Tensor> weights, float... input) {
        NetworkBuilder builder = NetworkBuilder.of(shape);
        Node output = builder.add("op", op, builder.input());
        return engine.run(builder.build(List.of(output)), new Weights(weights), List.of(input))
                .get(0);
    }
}
