package io.falconet.space.block.thundernet;

import io.falconet.space.block.ThunderNetFormat;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Linear;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Op;
import java.util.List;

/**
 * ThunderNet's second stage (Qin et al., 2019): a fully connected layer and ReLU, then one layer that scores each class
 * and one that corrects the box. Regions lie in a column, each a cell of as many channels as it has values, so that the
 * layers are 1x1 convolutions; a map of fewer channels is one region, and is read as a row of values.
 *
 * @param width outputs of the first layer
 * @param classes scored, the background among them
 * @param agnostic whether one correction serves all classes
 */
public record RegionHead(int width, int classes, boolean agnostic) {
    /** The published width. */
    public static final int WIDTH = 1024;

    /**
     * Appends the head.
     *
     * @return scores and corrections
     */
    public List<Node> append(NetworkBuilder network, Node regions) {
        NetworkBuilder top = network.scope("RCNN_top");
        Node features = top.activate(top.add("0", layer(regions, width), regions), Activation.RELU);
        Node scores = network.add("RCNN_cls_score", Conv.pointwiseWithBias(classes), features);
        int corrections = agnostic ? 4 : 4 * classes;
        return List.of(scores, network.add("RCNN_bbox_pred", Conv.pointwiseWithBias(corrections), features));
    }

    private static Op layer(Node in, int outputs) {
        return in.shape().channels() == ThunderNetFormat.MAP_CHANNELS
                ? Conv.pointwiseWithBias(outputs)
                : new Linear(outputs, true);
    }
}
