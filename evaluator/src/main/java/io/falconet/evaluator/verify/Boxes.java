package io.falconet.evaluator.verify;

import io.falconet.evaluator.detect.Box;
import java.util.ArrayList;
import java.util.List;

/** Boxes as vectors give them: four numbers each, in a row. */
final class Boxes {
    private Boxes() {}

    static List<Box> read(float[] edges) {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i + 3 < edges.length; i += 4) {
            boxes.add(new Box(edges[i], edges[i + 1], edges[i + 2], edges[i + 3]));
        }
        return boxes;
    }

    static float[] edges(List<Box> boxes) {
        float[] edges = new float[4 * boxes.size()];
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            edges[4 * i] = box.x1();
            edges[4 * i + 1] = box.y1();
            edges[4 * i + 2] = box.x2();
            edges[4 * i + 3] = box.y2();
        }
        return edges;
    }
}
