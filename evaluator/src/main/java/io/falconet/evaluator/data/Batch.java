package io.falconet.evaluator.data;

import java.util.List;

/**
 * Some images of one training step or one prediction. The image array belongs to the {@link Batches} that dealt it and
 * is overwritten by the batch after its next.
 *
 * @param size images in the batch
 * @param images size * 3 * height * width values, normalised, in the order image, channel (RGB), row, column
 * @param boxes by image, {@code {class, x1, y1, x2, y2}} in network pixels; crowds are left out
 * @param samples by image, where its pixels come from (with mosaic: most of them)
 */
public record Batch(int size, float[] images, List<List<float[]>> boxes, List<Sample> samples) {}
