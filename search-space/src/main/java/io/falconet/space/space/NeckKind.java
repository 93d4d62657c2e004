package io.falconet.space.space;

import io.falconet.space.block.FurtherLevels;
import io.falconet.space.block.Neck;
import io.falconet.space.block.dla.DlaUpNeck;
import io.falconet.space.block.fcos.FcosPyramid;
import io.falconet.space.block.gsconv.SlimNeck;
import io.falconet.space.block.nanodet.GhostBlocks;
import io.falconet.space.block.nanodet.GhostPanNeck;
import io.falconet.space.block.nanodet.PanNeck;
import io.falconet.space.block.thundernet.ContextNeck;
import io.falconet.space.block.yolo.YoloFpnNeck;
import io.falconet.space.block.yolo.YoloPanNeck;
import io.falconet.space.block.yolo.YoloParts;
import io.falconet.space.graph.Activation;
import java.util.Arrays;
import java.util.List;

/** The necks of the catalog. The last three are as wide as the backbone's maps, the others have one width. */
enum NeckKind {
    /** NanoDet's sums. */
    PAN("pan") {
        @Override
        Neck neck(Options options) {
            return options.further(new PanNeck(options.width));
        }
    },
    /** NanoDet-Plus's ghost bottlenecks. It makes a level of stride 64 in its own way. */
    GHOST_PAN("ghost-pan") {
        @Override
        Neck neck(Options options) {
            GhostBlocks fuse =
                    new GhostBlocks(options.width, 1, options.kernel, options.depth, false, options.activation);
            int own = Math.min(1, options.further);
            return options.further(new GhostPanNeck(fuse, true, own), options.further - own);
        }
    },
    /** GSConvs and VoV-GSCSPs of one width. */
    SLIM("slim") {
        @Override
        Neck neck(Options options) {
            return options.further(new SlimNeck(options.width, options.activation));
        }
    },
    /** FCOS's feature pyramid. It makes two further levels in its own way; those that nobody looks at are left out. */
    FPN("fpn") {
        @Override
        Neck neck(Options options) {
            return new FcosPyramid(options.width);
        }
    },
    /** DLA's decoder. */
    DLA_UP("dla-up") {
        @Override
        Neck neck(Options options) {
            return options.further(new DlaUpNeck(options.width, options.activation));
        }
    },
    /** ThunderNet's context enhancement and spatial attention. */
    CEM_SAM("cem-sam") {
        @Override
        Neck neck(Options options) {
            return options.further(new ContextNeck(options.width, options.activation));
        }
    },
    /** YOLOv5's path aggregation. */
    YOLO_PAN("yolo-pan") {
        @Override
        Neck neck(Options options) {
            return options.further(new YoloPanNeck(options.parts(), options.depth, false));
        }
    },
    /** YOLOv5's feature pyramid. */
    YOLO_FPN("yolo-fpn") {
        @Override
        Neck neck(Options options) {
            return options.further(new YoloFpnNeck(options.parts(), options.depth));
        }
    },
    /** YOLOv5's path aggregation with one join more. */
    YOLO_BIFPN("yolo-bifpn") {
        @Override
        Neck neck(Options options) {
            return options.further(new YoloPanNeck(options.parts(), options.depth, true));
        }
    };

    private final String option;

    NeckKind(String option) {
        this.option = option;
    }

    /**
     * What a neck is made of; each takes what it has a use for.
     *
     * @param width channels of each level
     * @param block of YOLOv5's necks
     * @param depth of what fuses two levels
     * @param kernel side of the depthwise kernels
     * @param further levels beyond the backbone's coarsest
     * @param activation throughout
     */
    record Options(int width, CspKind block, int depth, int kernel, int further, Activation activation) {
        private YoloParts parts() {
            return block.parts(activation);
        }

        private Neck further(Neck neck) {
            return further(neck, further);
        }

        private Neck further(Neck neck, int count) {
            return count == 0 ? neck : new FurtherLevels(neck, count, activation);
        }
    }

    abstract Neck neck(Options options);

    static List<String> options() {
        return Arrays.stream(values()).map(kind -> kind.option).toList();
    }

    static NeckKind of(String option) {
        return values()[options().indexOf(option)];
    }
}
