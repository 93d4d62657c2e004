package io.falconet.space.block.thundernet;

import io.falconet.space.block.Backbone;
import io.falconet.space.block.Detector;
import io.falconet.space.block.ThunderNetFormat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.GlobalPool;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.List;

/**
 * ThunderNet (Qin et al., 2019) on any backbone, as its published code has it: context enhancement, proposals, spatial
 * attention; then a second stage on each proposal.
 *
 * @param backbone gives maps at strides 8, 16 and 32
 * @param stride of the map that proposals and regions are taken from: 16 as in the paper, or 8 for small objects
 * @param agnostic whether one correction of a region's box serves all classes
 * @param regions how many proposals go through the second stage when an image is read
 */
public record ThunderNetDetector(Backbone backbone, int stride, boolean agnostic, int regions) {
    private static final int WIDTH = 256;

    public ThunderNetDetector {
        if (stride != 8 && stride != 16) {
            throw new IllegalArgumentException("ThunderNet has a stride of 8 or 16, found " + stride + ".");
        }
    }

    /** As published: 200 regions. */
    public static ThunderNetDetector of(Backbone backbone, int stride, boolean agnostic) {
        return new ThunderNetDetector(backbone, stride, agnostic, 200);
    }

    /**
     * The detector.
     *
     * @param scored classes that the second stage scores, the background among them
     */
    public Detector detector(Shape image, int scored) {
        NetworkBuilder network = NetworkBuilder.of(image);
        Network dense = network.build(append(network.scope("net")));
        return new Detector(dense, new ThunderNetFormat(scored - 1, stride, agnostic, regionNetwork(scored)));
    }

    /** The first stage alone. The second, which needs regions, is built and never run. */
    public Network firstStage(Shape image, int scored) {
        NetworkBuilder network = NetworkBuilder.of(image);
        List<Node> outputs = append(network.scope("net"));
        head(scored).append(network.scope("net").idle(), outputs.get(outputs.size() - 1));
        return network.build(outputs);
    }

    private Network regionNetwork(int scored) {
        NetworkBuilder network = NetworkBuilder.of(new Shape(ThunderNetFormat.MAP_CHANNELS, regions, 1));
        return network.build(head(scored).append(network.scope("net"), network.input()));
    }

    private RegionHead head(int scored) {
        return new RegionHead(RegionHead.WIDTH, scored, agnostic);
    }

    /** Appends the first stage: context, features of proposals, their scores, their boxes, attended context. */
    private List<Node> append(NetworkBuilder network) {
        NetworkBuilder base = network.scope("RCNN_base");
        List<Node> maps = backbone.append(base, network.input());
        Node mean = base.add("avgpool", new GlobalPool(), maps.get(maps.size() - 1));
        List<Node> levels = stride == 8 ? maps : maps.subList(1, maps.size());
        Node context = new ContextEnhancement(ThunderNetFormat.MAP_CHANNELS).append(base.scope("cem"), levels, mean);
        Node features = new RegionFeatures(WIDTH).append(network.scope("rpn"), context);
        NetworkBuilder proposals = network.scope("RCNN_rpn");
        Node scores = proposals.add("RPN_cls_score", Conv.pointwiseWithBias(2 * ThunderNetFormat.ANCHORS), features);
        Node boxes = proposals.add("RPN_bbox_pred", Conv.pointwiseWithBias(4 * ThunderNetFormat.ANCHORS), features);
        Node attended = new SpatialAttention().append(network.scope("sam"), context, features);
        return List.of(context, features, scores, boxes, attended);
    }
}
