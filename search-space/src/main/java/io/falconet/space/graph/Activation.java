package io.falconet.space.graph;

/** An element-wise non-linearity. {@code x} is the input. */
public enum Activation {
    /** {@code max(x, 0)}. */
    RELU,
    /** {@code min(max(x, 0), 6)}. */
    RELU6,
    /** {@code x} where positive, {@code 0.1 x} elsewhere: NanoDet's and darknet's slope. */
    LEAKY_RELU,
    /** {@code x sigmoid(x)} (Elfwing et al., 2018). */
    SILU,
    /** {@code x tanh(ln(1 + e^x))} (Misra, 2020). */
    MISH,
    /** {@code 1 / (1 + e^-x)}. */
    SIGMOID,
    /** {@code relu6(x + 3) / 6} (Howard et al., 2019). */
    HARD_SIGMOID,
    /** {@code x relu6(x + 3) / 6} (Howard et al., 2019). */
    HARD_SWISH,
    /** {@code e^x}. */
    EXP;

    /** The slope of {@link #LEAKY_RELU} left of zero. */
    public static final float LEAKY_SLOPE = 0.1f;
}
