package io.falconet.evaluator.coco;

import io.falconet.evaluator.data.SmallObjects;
import io.falconet.evaluator.metric.TrueObject;
import java.util.List;

/**
 * Annotations without their images: what detections are compared with.
 *
 * @param classes names, in the order of their category ids
 * @param categoryIds by class index, rising
 * @param images by rising id
 * @param areasTaken annotations that name no area, so that width times height is taken for it
 */
public record CocoTruth(List<String> classes, List<Long> categoryIds, List<Image> images, long areasTaken) {
    public CocoTruth {
        classes = List.copyOf(classes);
        categoryIds = List.copyOf(categoryIds);
        images = List.copyOf(images);
    }

    /**
     * One image.
     *
     * @param fileName empty where the file does not tell
     * @param width in pixels; 0 where the file does not tell
     * @param height in pixels; 0 where the file does not tell
     */
    public record Image(long id, String fileName, int width, int height, List<TrueObject> objects) {
        public Image {
            objects = List.copyOf(objects);
        }
    }

    /** All annotated objects, crowds included. */
    public long objects() {
        return images.stream().mapToLong(image -> image.objects().size()).sum();
    }

    /** How large the objects come to a network; those of images whose size the file does not tell are left out. */
    public SmallObjects smallObjects(int width, int height) {
        SmallObjects small = new SmallObjects(width, height);
        for (Image image : images) {
            if (image.width() > 0 && image.height() > 0) {
                image.objects().stream()
                        .filter(object -> !object.crowd())
                        .map(TrueObject::box)
                        .forEach(box -> small.add(image.width(), image.height(), box.width(), box.height()));
            }
        }
        return small;
    }
}
