package io.falconet.evaluator.verify;

import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the maps that a network gives for one image into the order in which the authors' code returns them:
 *
 * <ul>
 *   <li>{@code [images, channels, height, width]} is a map as it is;
 *   <li>{@code [images, anchors, height, width, values]} is a map of {@code anchors x values} channels, the values of a
 *       cell's anchor side by side;
 *   <li>{@code [images, cells, channels]} is all levels in a row, the channels of a cell side by side;
 *   <li>{@code [rows, channels]} is a map of one cell, or of one column whose cells are the rows.
 * </ul>
 */
final class OutputOrder {
    private final List<Shape> shapes;
    private final List<float[]> maps;
    private int next;

    private OutputOrder(List<Shape> shapes, List<float[]> maps) {
        this.shapes = shapes;
        this.maps = maps;
    }

    /**
     * The outputs of one image as the authors' code returns them.
     *
     * @param shapes of the maps
     * @param maps their values
     * @param expected the axes of each of the authors' outputs, the first of them the image's own share
     * @throws VectorException if the maps are not what these outputs are made of
     */
    static List<float[]> arrange(List<Shape> shapes, List<float[]> maps, List<List<Integer>> expected) {
        OutputOrder order = new OutputOrder(shapes, maps);
        List<float[]> outputs = new ArrayList<>();
        for (List<Integer> axes : expected) {
            outputs.add(order.output(axes));
        }
        if (order.next < maps.size()) {
            throw new VectorException(
                    "Expected outputs of %s, found more: %s. Maybe the reference returns only some of them."
                            .formatted(expected, shapes.subList(order.next, shapes.size())));
        }
        return outputs;
    }

    private float[] output(List<Integer> axes) {
        return switch (axes.size()) {
            case 2 -> cells(axes, axes.get(0), axes.get(1));
            case 3 -> cells(axes, axes.get(1), axes.get(2));
            case 4 -> map(axes, new Shape(axes.get(1), axes.get(2), axes.get(3)));
            case 5 -> anchors(axes);
            default ->
                throw new VectorException(
                        "Expected an output of 2 to 5 axes, found %s. Maybe the block gives something else than maps."
                                .formatted(axes));
        };
    }

    private float[] map(List<Integer> axes, Shape shape) {
        if (next == maps.size() || !shapes.get(next).equals(shape)) {
            throw unlike(axes);
        }
        return maps.get(next++);
    }

    private float[] anchors(List<Integer> axes) {
        int groups = axes.get(1);
        int values = axes.get(4);
        Shape shape = new Shape(groups * values, axes.get(2), axes.get(3));
        int cells = shape.height() * shape.width();
        float[] ordered = new float[Math.toIntExact(shape.elements())];
        channelsLast(map(axes, shape), groups, values, cells, ordered, 0);
        return ordered;
    }

    private float[] cells(List<Integer> axes, int cells, int channels) {
        float[] ordered = new float[Math.multiplyExact(cells, channels)];
        int done = 0;
        while (done < cells) {
            if (next == maps.size()) {
                throw unlike(axes);
            }
            Shape shape = shapes.get(next);
            int area = shape.height() * shape.width();
            if (shape.channels() != channels || done + area > cells) {
                throw unlike(axes);
            }
            channelsLast(maps.get(next++), 1, channels, area, ordered, done * channels);
            done += area;
        }
        return ordered;
    }

    /** From groups x channels x cells to groups x cells x channels. */
    private static void channelsLast(float[] map, int groups, int channels, int cells, float[] into, int start) {
        int at = start;
        for (int group = 0; group < groups; group++) {
            for (int cell = 0; cell < cells; cell++) {
                for (int channel = 0; channel < channels; channel++) {
                    into[at++] = map[(group * channels + channel) * cells + cell];
                }
            }
        }
    }

    private VectorException unlike(List<Integer> axes) {
        return new VectorException(
                "Expected maps that make up an output of %s, found %s. Maybe an argument was read wrongly."
                        .formatted(axes, shapes.subList(next, shapes.size())));
    }
}
