package io.falconet.evaluator.detect.thundernet;

import io.falconet.evaluator.detect.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * The boxes that each cell of the region proposal network starts from (Ren et al., 2015): of each ratio the box with whole
 * sides and about the base's area, blown up by each scale. A box of n pixels reaches from its first pixel's to its last
 * pixel's centre, so its edges are n - 1 apart.
 *
 * @param base side of the square that the boxes come from, in pixels
 * @param ratios height over width
 * @param scales factors of both sides
 */
public record RegionAnchors(int base, List<Double> ratios, List<Double> scales) {
    /** ThunderNet's 25 anchors. */
    public static final RegionAnchors STANDARD =
            new RegionAnchors(16, List.of(1 / 2.0, 3 / 4.0, 1.0, 4 / 3.0, 2.0), List.of(2.0, 4.0, 8.0, 16.0, 32.0));

    public RegionAnchors {
        ratios = List.copyOf(ratios);
        scales = List.copyOf(scales);
    }

    /** The boxes of the first cell, in pixels: all scales of the first ratio, then of the next. */
    public List<Box> boxes() {
        double center = (base - 1) / 2.0;
        List<Box> boxes = new ArrayList<>();
        for (double ratio : ratios) {
            double width = Math.rint(Math.sqrt(base * base / ratio));
            double height = Math.rint(width * ratio);
            for (double scale : scales) {
                double halfWidth = (width * scale - 1) / 2;
                double halfHeight = (height * scale - 1) / 2;
                boxes.add(new Box(
                        (float) (center - halfWidth),
                        (float) (center - halfHeight),
                        (float) (center + halfWidth),
                        (float) (center + halfHeight)));
            }
        }
        return boxes;
    }
}
