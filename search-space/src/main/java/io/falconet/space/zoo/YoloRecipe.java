package io.falconet.space.zoo;

import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Shape;
import io.falconet.space.yolo.YoloSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A detector that its authors publish as a layer list. Their code returns all boxes in one tensor, and beside it the raw
 * maps of each level with the anchors on an axis of their own.
 *
 * @param spec the list
 */
public record YoloRecipe(YoloSpec spec) implements ZooModel.Recipe {
    @Override
    public ZooNetwork build(Shape image, int classes) {
        return network(spec.withClasses(classes).detector(image));
    }

    /** A detector of YOLOv5's format. */
    static ZooNetwork network(Detector detector) {
        return ZooNetwork.of(detector, outputs(detector, (AnchorFormat) detector.format()));
    }

    private static OutputShapes outputs(Detector detector, AnchorFormat format) {
        List<Shape> maps = detector.network().outputShapes();
        List<OutputShapes> raw = new ArrayList<>();
        int boxes = 0;
        for (int i = 0; i < maps.size(); i++) {
            Shape map = maps.get(i);
            int anchors = format.levels().get(i).anchors().size();
            raw.add(OutputShapes.of(1, anchors, map.height(), map.width(), format.channelsOfAnchor()));
            boxes += anchors * map.height() * map.width();
        }
        return OutputShapes.several(
                List.of(OutputShapes.of(1, boxes, format.channelsOfAnchor()), OutputShapes.several(raw)));
    }
}
