package io.falconet.evaluator.engine;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.HashMap;
import java.util.Map;

/** The operators of a network that come by TorchScript, each loaded when it is first used. Not thread-safe. */
final class ScriptedOperators {
    private final PtNDManager manager;
    private final Map<String, ScriptedOperator> loaded = new HashMap<>();

    /** @param manager that owns the operators */
    ScriptedOperators(PtNDManager manager) {
        this.manager = manager;
    }

    PtNDArray silu(PtNDArray x, boolean training) {
        return operator("torch.silu(x)").apply(x, training);
    }

    PtNDArray mish(PtNDArray x, boolean training) {
        return operator("torch.mish(x)").apply(x, training);
    }

    PtNDArray hardSigmoid(PtNDArray x, boolean training) {
        return operator("torch.hardsigmoid(x)").apply(x, training);
    }

    PtNDArray hardSwish(PtNDArray x, boolean training) {
        return operator("torch.hardswish(x)").apply(x, training);
    }

    PtNDArray relu6(PtNDArray x, boolean training) {
        return operator("torch.relu6(x)").apply(x, training);
    }

    /**
     * The product with a number. DJL's own is not fit for training: it wraps the number in memory that the garbage collector
     * may take before the way back reads it.
     */
    PtNDArray scaled(PtNDArray x, double factor, boolean training) {
        return operator("torch.mul(x, %s)".formatted(factor)).apply(x, training);
    }

    /** Writes into its operand, and spares a map; the operand must be nobody else's. */
    PtNDArray reluInPlace(PtNDArray x, boolean training) {
        return operator("torch.relu_(x)").apply(x, training);
    }

    /** Writes into its operand, and spares a map; the operand must be nobody else's. */
    PtNDArray leakyReluInPlace(PtNDArray x, double slope, boolean training) {
        return operator("torch.leaky_relu_(x, %s)".formatted(slope)).apply(x, training);
    }

    PtNDArray shuffle(PtNDArray x, int groups, boolean training) {
        return operator("torch.channel_shuffle(x, %d)".formatted(groups)).apply(x, training);
    }

    /** Without the anti-aliasing of DJL's, which changes nothing where a map is enlarged, and takes its time. */
    PtNDArray bilinear(PtNDArray x, long rows, long columns, boolean training) {
        return operator("torch.upsample_bilinear2d(x, [%d, %d], False)".formatted(rows, columns))
                .apply(x, training);
    }

    private ScriptedOperator operator(String expression) {
        return loaded.computeIfAbsent(expression, missing -> new ScriptedOperator(manager, missing));
    }
}
