package io.falconet.evaluator.verify;

import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.gfl.CellGrid;
import io.falconet.evaluator.detect.gfl.GflOutputs;
import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Outputs and objects for which a vector gives a loss.
 *
 * @param outputs of the detector
 * @param objects by image, {@code {class, x1, y1, x2, y2}} in pixels
 */
record NanoDetCase(GflOutputs outputs, List<List<float[]>> objects) {
    private static final Pattern STRIDES = Pattern.compile("strides (\\d+(?:,\\d+)*)");
    private static final String IMAGE = "image";
    private static final String DISTANCES = "reg_max";
    private static final int STANDARD_DISTANCES = 7;

    /** Reads a case whose predictions are described in words: images x cells x channels, all levels in a row. */
    static NanoDetCase read(Section section, float point) {
        FilledInput input = FilledInput.in(section, "pred");
        List<Integer> strides = FilledInput.integers(
                section.match("pred", STRIDES, "strides A,B,C").group(1));
        int cells = input.shape().get(1);
        int channels = input.shape().get(2);
        int regMax = section.has(DISTANCES) ? section.integer(DISTANCES) : STANDARD_DISTANCES;
        GflFormat format = new GflFormat(channels - 4 * (regMax + 1), regMax, strides);
        int pixels = section.has(IMAGE) ? section.integer(IMAGE) : pixels(section, strides, cells);
        CellGrid grid = CellGrid.of(shapes(strides, channels, pixels), strides, point);
        if (grid.cells() != cells) {
            throw new VectorException("Expected %d cells in %s, found %d for %d pixels. Maybe the image is not square."
                    .formatted(cells, section.path(), grid.cells(), pixels));
        }
        float[] values = input.values();
        float[][] maps = new float[strides.size()][];
        for (int i = 0; i < maps.length; i++) {
            CellGrid.Level level = grid.levels().get(i);
            maps[i] = Layout.channelsFirst(values, input.shape().get(0), cells, channels, level.first(), level.cells());
        }
        return new NanoDetCase(new GflOutputs(format, grid, maps), objects(section));
    }

    /** The smallest square image with that many cells. */
    private static int pixels(Section section, List<Integer> strides, int cells) {
        for (int pixels = 1; pixels <= cells * strides.get(0); pixels++) {
            if (shapes(strides, 1, pixels).stream().mapToLong(Shape::elements).sum() == cells) {
                return pixels;
            }
        }
        throw new VectorException(
                "Expected the cells of a square image in %s, found %d for strides %s. Maybe add its side as %s."
                        .formatted(section.path(), cells, strides, section.part(IMAGE)));
    }

    private static List<Shape> shapes(List<Integer> strides, int channels, int pixels) {
        return strides.stream()
                .map(stride -> (pixels + stride - 1) / stride)
                .map(side -> new Shape(channels, side, side))
                .toList();
    }

    private static List<List<float[]>> objects(Section section) {
        List<Section> boxes = section.list("gt");
        List<Section> labels = section.list("labels");
        List<List<float[]>> images = new ArrayList<>();
        for (int image = 0; image < boxes.size(); image++) {
            List<float[]> objects = new ArrayList<>();
            float[] classes = labels.get(image).floats();
            for (Box box : Boxes.read(boxes.get(image).floats())) {
                objects.add(new float[] {classes[objects.size()], box.x1(), box.y1(), box.x2(), box.y2()});
            }
            images.add(objects);
        }
        return images;
    }

    List<Box> boxes(int image) {
        return objects.get(image).stream()
                .map(object -> new Box(object[1], object[2], object[3], object[4]))
                .toList();
    }

    List<Integer> classes(int image) {
        return objects.get(image).stream().map(object -> (int) object[0]).toList();
    }
}
