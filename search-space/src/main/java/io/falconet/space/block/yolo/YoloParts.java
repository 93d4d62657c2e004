package io.falconet.space.block.yolo;

import io.falconet.space.block.Block;
import io.falconet.space.block.StageUnit;

/**
 * In what the layer lists of YOLOv5's family differ: two modules, which stand in the same places of all.
 *
 * @param unit changes the width by a 1x1 kernel, or takes a step of 2 by a 3x3 kernel
 * @param csp the cross stage partial block after it
 */
public record YoloParts(StageUnit unit, Csp csp) {
    /** A kind of cross stage partial block, at any width. */
    @FunctionalInterface
    public interface Csp {
        /**
         * The block.
         *
         * @param channels output channels
         * @param depth how many blocks it holds
         * @param shortcut whether these add their input, if they can do without
         */
        Block block(int channels, int depth, boolean shortcut);
    }

    /** The modules as a kind of block that trees and stages repeat. */
    public StageUnit stageUnit() {
        return (channels, stride) -> stride == 1 ? csp.block(channels, 1, true) : stage(channels, 1);
    }

    /** A stage of YOLOv5's backbone: the unit takes the step, the block follows. */
    public Block stage(int channels, int depth) {
        return (network, in) -> csp.block(channels, depth, true)
                .append(network.scope("1"), unit.block(channels, 2).append(network.scope("0"), in));
    }
}
