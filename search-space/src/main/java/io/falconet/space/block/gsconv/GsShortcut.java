package io.falconet.space.block.gsconv;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.block.yolo.DwConv;
import io.falconet.space.graph.Conv;
import java.util.Optional;

/**
 * What is added to a GS bottleneck's output, linear in each case.
 *
 * @param depthwise whether the convolution is depthwise, as in GSBottleneckC, the cheap bottleneck
 * @param kernel side of its kernel
 */
public record GsShortcut(boolean depthwise, int kernel) {
    /** A dense 1x1 convolution: GSBottleneck. */
    public static final GsShortcut DENSE = new GsShortcut(false, 1);

    /**
     * A depthwise convolution: GSBottleneckC. The paper's models and the fork of Scaled-YOLOv4 always take a 3x3 kernel,
     * the fork of YOLOv5 the kernel that the bottleneck is given.
     */
    public static GsShortcut depthwise(int kernel) {
        return new GsShortcut(true, kernel);
    }

    /** The shortcut to a map of that many channels. */
    Block to(int channels) {
        return depthwise
                ? new DwConv(channels, kernel, 1, Optional.empty())
                : ConvUnit.linear(Conv.dense(channels, kernel, 1));
    }
}
