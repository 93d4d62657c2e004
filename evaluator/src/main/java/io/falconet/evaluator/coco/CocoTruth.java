package io.falconet.evaluator.coco;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.Sample;
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
 * @param counted whether the labels have no ids, so that those here were merely counted: detections are then matched by the
 *     names of files and classes
 */
public record CocoTruth(
        List<String> classes, List<Long> categoryIds, List<Image> images, long areasTaken, boolean counted) {
    public CocoTruth {
        classes = List.copyOf(classes);
        categoryIds = List.copyOf(categoryIds);
        images = List.copyOf(images);
    }

    /** Annotations with ids of their own. */
    public CocoTruth(List<String> classes, List<Long> categoryIds, List<Image> images, long areasTaken) {
        this(classes, categoryIds, images, areasTaken, false);
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

        private static Image of(Sample sample) {
            return new Image(
                    sample.id(),
                    sample.fileName(),
                    sample.width(),
                    sample.height(),
                    sample.objects().stream().map(TrueObject::of).toList());
        }
    }

    /** A data set in a format without ids, as it was read: boxes are clipped and duplicates left out. */
    public static CocoTruth of(Dataset dataset) {
        List<Image> images = dataset.samples().stream().map(Image::of).toList();
        return new CocoTruth(dataset.classes(), dataset.categoryIds(), images, 0, true);
    }

    /** The same classes with other images. */
    public CocoTruth with(List<Image> others) {
        return new CocoTruth(classes, categoryIds, others, areasTaken, counted);
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
