package io.falconet.space.darknet;

import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.AnchorFormat.Anchor;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.ShapeException;
import java.util.List;

/**
 * Darknet's {@code [yolo]}: the layer before, read as boxes. It gives that layer's logits as they are and appends nothing.
 *
 * <p>With {@code new_coords} the convolution before applies the sigmoid itself; the logits are then what it computes before
 * that, since {@link AnchorFormat} applies the sigmoid when it is read.
 *
 * @param anchors of this level, in pixels, in the order of the channels
 * @param classes kinds of object
 * @param reach darknet's {@code scale_x_y}
 * @param sides how a box's sides follow from its anchor's: exponential, or squared with {@code new_coords}
 */
public record YoloOutput(List<Anchor> anchors, int classes, double reach, AnchorFormat.Sides sides)
        implements DarknetLayer {
    public YoloOutput {
        anchors = List.copyOf(anchors);
    }

    /** The same for another number of classes. */
    public YoloOutput withClasses(int other) {
        return new YoloOutput(anchors, other, reach, sides);
    }

    /** How many channels the layer before must have. */
    public int filters() {
        return anchors.size() * (classes + 5);
    }

    @Override
    public Node append(NetworkBuilder network, List<Node> inputs) {
        Node in = inputs.get(0);
        if (in.shape().channels() != filters()) {
            throw new ShapeException(
                    "[yolo] needs %d channels, %d anchors of %d classes and 5, found %s. Maybe filters=%d in the convolution before it."
                            .formatted(filters(), anchors.size(), classes, in.shape(), filters()));
        }
        return in;
    }

    /** The name of the node that gives the logits, where this layer gives that node. */
    String logits(Node given) {
        boolean activated = sides == AnchorFormat.Sides.SQUARED && given.op().equals(new Activate(Activation.SIGMOID));
        return activated ? given.inputs().get(0) : given.name();
    }
}
