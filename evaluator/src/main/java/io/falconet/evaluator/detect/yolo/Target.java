package io.falconet.evaluator.detect.yolo;

import java.util.ArrayList;
import java.util.List;

/**
 * An object that is to be predicted. Centre and size are shares of the image's width and height.
 *
 * @param image its number in the batch
 * @param classIndex its class
 * @param x of the centre
 * @param y of the centre
 * @param width of the box
 * @param height of the box
 */
public record Target(int image, int classIndex, float x, float y, float width, float height) {
    /**
     * The objects of a batch.
     *
     * @param objects by image, {@code {class, x1, y1, x2, y2}} in pixels
     * @param width of the images in pixels
     * @param height of the images in pixels
     */
    public static List<Target> of(List<List<float[]>> objects, int width, int height) {
        List<Target> targets = new ArrayList<>();
        for (int image = 0; image < objects.size(); image++) {
            for (float[] object : objects.get(image)) {
                targets.add(new Target(
                        image,
                        (int) object[0],
                        (object[1] + object[3]) / 2 / width,
                        (object[2] + object[4]) / 2 / height,
                        (object[3] - object[1]) / width,
                        (object[4] - object[2]) / height));
            }
        }
        return targets;
    }
}
