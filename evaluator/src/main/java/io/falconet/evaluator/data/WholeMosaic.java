package io.falconet.evaluator.data;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * YOLOv5's mosaic: four whole images meet at a point of a canvas of twice the input's sides; then the canvas is scaled
 * about its middle, shifted, and cut to the input's size.
 *
 * @param meetingX where the images meet, in pixels of the large canvas
 * @param meetingY where the images meet
 * @param scale of the large canvas
 * @param offsetX where its left edge comes to, in pixels of the input
 * @param offsetY where its top edge comes to
 */
record WholeMosaic(
        int width, int height, double meetingX, double meetingY, double scale, double offsetX, double offsetY) {
    static Composition draw(
            Sample sample, List<Sample> others, int width, int height, Augmentation range, RandomGenerator random) {
        double meetingX = Composition.between(0.5, 1.5, random) * width;
        double meetingY = Composition.between(0.5, 1.5, random) * height;
        double scale = Composition.scale(range, random);
        double most = range.happens(random) ? range.translate() : 0;
        double middleX = width * (0.5 + Composition.between(-most, most, random));
        double middleY = height * (0.5 + Composition.between(-most, most, random));
        WholeMosaic mosaic = new WholeMosaic(
                width, height, meetingX, meetingY, scale, middleX - scale * width, middleY - scale * height);
        List<Composition.Part> parts = new ArrayList<>();
        for (int corner = 0; corner < 4; corner++) {
            Sample next = corner == 0 ? sample : Composition.any(others, random);
            boolean mirrorX = random.nextDouble() < range.horizontalFlip();
            boolean mirrorY = random.nextDouble() < range.verticalFlip();
            parts.add(mosaic.part(next, corner % 2 == 0, corner < 2, mirrorX, mirrorY));
        }
        return new Composition(parts);
    }

    /** The image on one side of the meeting point: left or right, above or below. */
    private Composition.Part part(Sample sample, boolean left, boolean above, boolean mirrorX, boolean mirrorY) {
        Letterbox letterbox = Letterbox.fit(sample, width, height);
        double startX = left ? meetingX - letterbox.scaledWidth() : meetingX;
        double startY = above ? meetingY - letterbox.scaledHeight() : meetingY;
        Placement.Window window = new Placement.Window(
                seenX(left ? 0 : meetingX),
                seenY(above ? 0 : meetingY),
                seenX(left ? meetingX : 2 * width),
                seenY(above ? meetingY : 2 * height));
        return new Composition.Part(
                sample,
                new Placement(
                        window,
                        letterbox,
                        scale,
                        offsetX + scale * startX,
                        offsetY + scale * startY,
                        mirrorX,
                        mirrorY));
    }

    private int seenX(double x) {
        return (int) Math.round(Math.max(0, Math.min(offsetX + scale * x, width)));
    }

    private int seenY(double y) {
        return (int) Math.round(Math.max(0, Math.min(offsetY + scale * y, height)));
    }
}
