package io.falconet.latency.kernel;

/** What a kernel computes, told apart where it takes another time for the same arithmetic. */
public enum KernelKind {
    /** A dense convolution of one cell over channels in blocks. */
    POINTWISE,
    /** A dense convolution of several cells over channels in blocks. */
    DENSE,
    /** A dense convolution of fewer channels than a block has, such as an image's. */
    FIRST,
    /** A kernel a channel, over channels in blocks. */
    DEPTHWISE,
    /** The same at a stride over 1. */
    DEPTHWISE_STRIDED,
    /** A dense convolution over channels that fill no blocks. */
    DENSE_PLAIN,
    /** A kernel a channel, over channels that fill no blocks. */
    DEPTHWISE_PLAIN,
    /** Channel groups that do not see each other, of more than one channel. */
    GROUPED,
    /** A convolution that enlarges. */
    TRANSPOSED,
    /** A fully connected layer. */
    LINEAR,
    /** Queries, keys and values. */
    ATTENTION,
    /** An activation that no convolution melts with, as it is one exponential a value or more. */
    ACTIVATION,
    /** Sums, products and scales of values one by one. */
    ELEMENTWISE,
    /** A norm over the map that it normalises. */
    NORM,
    /** The largest or mean value of windows. */
    POOL,
    /** The mean of a map. */
    GLOBAL_POOL,
    /** Nearest cells. */
    RESIZE,
    /** Cells mixed linearly, or picked one by one. */
    RESIZE_MIXED,
    /** Channels one after the other. */
    CONCAT,
    /** Channels left out. */
    SLICE,
    /** Channels or cells in another order. */
    TURN,
    /** Channels put into blocks. */
    TO_BLOCKS,
    /** Channels taken out of blocks. */
    FROM_BLOCKS
}
