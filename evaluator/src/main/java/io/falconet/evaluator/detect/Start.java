package io.falconet.evaluator.detect;

/** From which weights a training starts. */
public enum Start {
    /** From kernels of the scale that keeps signals even (He et al., 2015), whatever the family's authors do. */
    EVEN,
    /** As the family's authors do: how large kernels are decides how fast the layers under a norm learn. */
    AUTHORS
}
