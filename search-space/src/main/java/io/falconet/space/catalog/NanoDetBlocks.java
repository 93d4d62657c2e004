package io.falconet.space.catalog;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.block.DepthwiseSeparable;
import io.falconet.space.block.Head;
import io.falconet.space.block.Neck;
import io.falconet.space.block.ghost.GhostBottleneck;
import io.falconet.space.block.nanodet.FpnNeck;
import io.falconet.space.block.nanodet.GhostBlocks;
import io.falconet.space.block.nanodet.GhostPanNeck;
import io.falconet.space.block.nanodet.NanoDetHead;
import io.falconet.space.block.nanodet.NanoDetPlusHead;
import io.falconet.space.block.nanodet.NanoDetTower;
import io.falconet.space.block.nanodet.PanNeck;
import io.falconet.space.block.nanodet.SimpleConvHead;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * NanoDet's blocks. Its heads return all cells in a row, {@code [1, cells, channels]}; the catalog's give a map a level.
 * As in the published configurations a head is as wide as the maps that it reads, and predicts distances up to 7 strides.
 */
final class NanoDetBlocks implements CatalogFamily {
    private static final int REG_MAX = 7;

    @Override
    public Optional<CatalogEntry> entry(AuthorsCall call) {
        return call.variant().equals("nanodet") ? Optional.ofNullable(block(call)) : Optional.empty();
    }

    private static CatalogEntry block(AuthorsCall call) {
        return switch (call.block()) {
            case "ConvModule" -> single(NanoDetBlocks::convModule, call, AuthorsNames.SAME);
            case "DepthwiseConvModule" ->
                keepsArea(call) ? single(NanoDetBlocks::separable, call, NanoDetNames.SEPARABLE) : null;
            case "GhostBottleneck" -> single(NanoDetBlocks::bottleneck, call, GhostNetBlocks.NAMES);
            case "GhostBlocks" -> single(NanoDetBlocks::ghostBlocks, call, GhostNetBlocks.NAMES);
            case "PAN" -> neck(new PanNeck(call.number(1, "out_channels", 0)), NanoDetNames.LATERALS);
            case "FPN" -> neck(new FpnNeck(call.number(1, "out_channels", 0)), NanoDetNames.LATERALS);
            case "GhostPAN" -> neck(ghostPan(call), NanoDetNames.GHOST_PAN);
            case "NanoDetHead" -> head(call, width -> nanoDetHead(call, width));
            case "NanoDetPlusHead" -> head(call, width -> new NanoDetPlusHead(NanoDetTower.of(width, 2, 5), REG_MAX));
            case "SimpleConvHead" -> head(call, width -> new SimpleConvHead(width, 4, REG_MAX, Activation.LEAKY_RELU));
            default -> null;
        };
    }

    private static CatalogEntry single(Function<AuthorsCall, Block> block, AuthorsCall call, AuthorsNames names) {
        Block built = block.apply(call);
        return new CatalogEntry((network, maps) -> List.of(built.append(network, maps.get(0))), names);
    }

    private static CatalogEntry neck(Neck neck, AuthorsNames names) {
        return new CatalogEntry(neck::append, names);
    }

    /** A head that is as wide as the maps that it reads. */
    private static CatalogEntry head(AuthorsCall call, IntFunction<Head> heads) {
        int classes = call.number(0, "num_classes", 80);
        return new CatalogEntry(
                (network, maps) -> heads.apply(maps.get(0).shape().channels()).append(network, maps, classes),
                NanoDetNames.HEAD);
    }

    private static Head nanoDetHead(AuthorsCall call, int width) {
        boolean shared = call.flag(1, "share_cls_reg", false);
        NanoDetHead.Boxes boxes = shared ? NanoDetHead.Boxes.SHARED_BESIDE_IDLE : NanoDetHead.Boxes.OWN;
        return new NanoDetHead(NanoDetTower.of(width, 2, 3), REG_MAX, boxes);
    }

    /** Without a norm the convolution has a bias. */
    private static Block convModule(AuthorsCall call) {
        boolean normed = call.named().get("norm_cfg") != null;
        Conv conv = new Conv(
                call.number(1, "out_channels", 0),
                call.number(2, "kernel_size", 1),
                call.number(3, "stride", 1),
                call.number(4, "padding", 0),
                1,
                !normed);
        Activation activation = activation(call, "ReLU");
        return normed
                ? ConvUnit.of(conv, activation)
                : (network, in) -> network.activate(network.conv(in, conv), activation);
    }

    /** The catalog's unit pads by half its kernel, as all published networks do. */
    private static boolean keepsArea(AuthorsCall call) {
        return call.number(4, "padding", 0) == call.number(2, "kernel_size", 3) / 2;
    }

    private static Block separable(AuthorsCall call) {
        return new DepthwiseSeparable(
                call.number(1, "out_channels", 0),
                call.number(2, "kernel_size", 3),
                call.number(3, "stride", 1),
                activation(call, "ReLU"));
    }

    private static Block bottleneck(AuthorsCall call) {
        return new GhostBottleneck(
                call.number(1, "mid_chs", 0),
                call.number(2, "out_chs", 0),
                call.number(3, "dw_kernel_size", 3),
                call.number(4, "stride", 1),
                3,
                call.fraction(6, "se_ratio", 0) > 0,
                activation(call, "ReLU"));
    }

    private static Block ghostBlocks(AuthorsCall call) {
        return new GhostBlocks(
                call.number(1, "out_channels", 0),
                call.number(2, "expand", 1),
                call.number(3, "kernel_size", 5),
                call.number(4, "num_blocks", 1),
                call.flag(5, "use_res", false),
                activation(call, "LeakyReLU"));
    }

    private static Neck ghostPan(AuthorsCall call) {
        GhostBlocks fuse = new GhostBlocks(
                call.number(1, "out_channels", 0),
                call.number(4, "expand", 1),
                call.number(3, "kernel_size", 5),
                call.number(5, "num_blocks", 1),
                call.flag(6, "use_res", false),
                activation(call, "LeakyReLU"));
        return new GhostPanNeck(fuse, call.flag(2, "use_depthwise", false), call.number(7, "num_extra_level", 0));
    }

    private static Activation activation(AuthorsCall call, String otherwise) {
        String name = call.named().getOrDefault("activation", otherwise).toString();
        return switch (name) {
            case "ReLU" -> Activation.RELU;
            case "ReLU6" -> Activation.RELU6;
            case "LeakyReLU" -> Activation.LEAKY_RELU;
            case "SiLU" -> Activation.SILU;
            default ->
                throw new IllegalArgumentException(
                        "NanoDet's blocks know ReLU, ReLU6, LeakyReLU and SiLU, found %s. Maybe a typing error."
                                .formatted(name));
        };
    }
}
