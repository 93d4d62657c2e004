package io.falconet.space.catalog;

/** How the tensors of NanoDet's code are called in the catalog. */
final class NanoDetNames {
    static final AuthorsNames SEPARABLE = AuthorsNames.of(
            "depthwise\\.weight", "depthwise.conv.weight",
            "pointwise\\.weight", "pointwise.conv.weight",
            "dwnorm", "depthwise.bn",
            "pwnorm", "pointwise.bn");

    static final AuthorsNames GHOST_PAN = GhostNetBlocks.NAMES.and(SEPARABLE);

    static final AuthorsNames LATERALS = AuthorsNames.of("lateral_convs\\.(\\d)\\.conv", "lateral$1");

    /** NanoDet's heads and those of NanoDet-Plus, alone or as {@code head} of a model. */
    static final AuthorsNames HEAD = AuthorsNames.of(
                    "^(head\\.)?cls_convs\\.(\\d)\\.(\\d)\\.", "$1level$2.$3.",
                    "^(head\\.)?reg_convs\\.(\\d)\\.(\\d)\\.", "$1level$2.boxes.$3.",
                    "^(head\\.)?gfl_cls\\.(\\d)", "$1level$2.predict",
                    "^(head\\.)?gfl_reg\\.(\\d)", "$1level$2.distances")
            .and(SEPARABLE);

    private static final AuthorsNames SHUFFLENET = AuthorsNames.of(
                    "^backbone\\.conv1\\.0", "backbone.stem.conv",
                    "^backbone\\.conv1\\.1", "backbone.stem.bn",
                    "^backbone\\.stage2", "backbone.stage1",
                    "^backbone\\.stage3", "backbone.stage2",
                    "^backbone\\.stage4", "backbone.stage3")
            .and(ShuffleNetBlocks.TORCHVISION);

    /** Whole models. */
    static final AuthorsNames MODEL = AuthorsNames.of(
                    "^fpn\\.", "neck.", "pos_embed$", "pos_embed.offset", "in_proj_", "in_proj.")
            .and(LATERALS)
            .and(SHUFFLENET)
            .and(GhostNetBlocks.NAMES)
            .and(HEAD);

    private NanoDetNames() {}
}
