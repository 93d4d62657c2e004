package io.falconet.space.catalog;

import io.falconet.space.block.Block;
import io.falconet.space.block.scaledyolo.BottleneckCsp2;
import io.falconet.space.block.scaledyolo.SppCsp;
import io.falconet.space.block.scaledyolo.VovCsp;
import io.falconet.space.block.yolo.BottleneckCsp;
import io.falconet.space.graph.Activation;
import java.util.List;
import java.util.Optional;

/** Scaled-YOLOv4's blocks (Wang et al., 2021), with Mish. */
final class ScaledYoloBlocks implements CatalogFamily {
    private static final Activation MISH = Activation.MISH;

    @Override
    public Optional<CatalogEntry> entry(AuthorsCall call) {
        return call.variant().equals("scaled-yolov4 (Mish)")
                ? Optional.ofNullable(block(call)).map(CatalogEntry::block)
                : Optional.empty();
    }

    /** The block; null if it is none of these. */
    private static Block block(AuthorsCall call) {
        int channels = call.number(1, "c2", 0);
        int depth = call.number(2, "n", 1);
        int groups = call.number(4, "g", 1);
        double share = call.fraction(5, "e", 0.5);
        return switch (call.block()) {
            case "BottleneckCSP" ->
                new BottleneckCsp(
                        channels, (int) (channels * share), depth, call.flag(3, "shortcut", true), groups, MISH, MISH);
            case "BottleneckCSP2" -> new BottleneckCsp2(channels, depth, call.flag(3, "shortcut", false), groups, MISH);
            case "SPPCSP" ->
                new SppCsp(channels, (int) (2 * channels * share), call.numbers(6, "k", List.of(5, 9, 13)), MISH);
            case "VoVCSP" -> new VovCsp(channels, MISH);
            default -> null;
        };
    }
}
