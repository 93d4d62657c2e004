package io.falconet.evaluator.coco;

import io.falconet.evaluator.coco.EntryFaults.Kind;
import io.falconet.evaluator.metric.CocoBox;
import io.falconet.evaluator.metric.TrueObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads annotations to score against, without looking at the images, and takes boxes as they are: nothing is clipped or
 * mended, since the COCO project's evaluator does not either. One a file.
 *
 * @see <a href="https://cocodataset.org/#format-data">COCO data format</a>
 */
public final class CocoTruthReader {
    /** An annotation whose image and category may only be listed further on. */
    private record Annotated(long imageId, long categoryId, CocoBox box, double area, boolean crowd, Entry entry) {}

    private final Path file;
    private final EntryFaults faults;
    private final Map<Long, String> categories = new TreeMap<>();
    private final Map<Long, Entry> images = new TreeMap<>();
    private final List<Annotated> annotations = new ArrayList<>();
    private long areasTaken;

    private CocoTruthReader(Path file, EntryFaults faults) {
        this.file = file;
        this.faults = faults;
    }

    /**
     * Reads a file; what cannot be used of it is left out and told.
     *
     * @param faults to which what is wrong is added
     * @throws io.falconet.evaluator.data.DatasetException where it is not json, or has no lists of images, categories and
     *     annotations
     */
    public static CocoTruth read(Path file, EntryFaults faults) {
        CocoTruthReader reader = new CocoTruthReader(file, faults);
        new EntryReader(file, "COCO annotations")
                .lists(Map.of(
                        "categories",
                        new EntryReader.Listener(Set.of("id", "name"), reader::category),
                        "images",
                        new EntryReader.Listener(Set.of("id", "file_name", "width", "height"), reader::image),
                        "annotations",
                        new EntryReader.Listener(
                                Set.of("image_id", "category_id", "bbox", "area", "iscrowd"), reader::annotation)));
        return reader.truth();
    }

    private void category(Entry entry) {
        Optional<Long> id = entry.whole("id");
        if (id.isEmpty()) {
            faults.add(file, Kind.MALFORMED, entry, "needs a whole number \"id\", found " + entry.found("id"));
        } else if (categories.putIfAbsent(
                        id.get(), entry.text("name").orElse(id.get().toString()))
                != null) {
            faults.add(file, Kind.DUPLICATE, entry, "has the id %d of an earlier category".formatted(id.get()));
        }
    }

    private void image(Entry entry) {
        Optional<Long> id = entry.whole("id");
        if (id.isEmpty()) {
            faults.add(file, Kind.MALFORMED, entry, "needs a whole number \"id\", found " + entry.found("id"));
        } else if (images.putIfAbsent(id.get(), entry) != null) {
            faults.add(file, Kind.DUPLICATE, entry, "has the id %d of an earlier image".formatted(id.get()));
        }
    }

    private void annotation(Entry entry) {
        Optional<Long> image = entry.whole("image_id");
        Optional<Long> category = entry.whole("category_id");
        Optional<CocoBox> box = entry.box();
        if (image.isEmpty() || category.isEmpty() || box.isEmpty()) {
            faults.add(
                    file,
                    Kind.MALFORMED,
                    entry,
                    EntryKeys.Ids.missing(entry).orElseGet(() -> CocoResultsReader.needsBox(entry)));
            return;
        }
        Optional<Double> area = entry.number("area");
        areasTaken += area.isEmpty() ? 1 : 0;
        boolean crowd = entry.number("iscrowd").orElse(0.0) != 0;
        Entry place = new Entry(entry.list(), entry.index(), entry.line(), entry.column(), Map.of());
        annotations.add(new Annotated(
                image.get(), category.get(), box.get(), area.orElse(box.get().area()), crowd, place));
    }

    private CocoTruth truth() {
        List<Long> categoryIds = List.copyOf(categories.keySet());
        Map<Long, Integer> classes = new HashMap<>();
        categoryIds.forEach(id -> classes.put(id, classes.size()));
        Map<Long, List<TrueObject>> objects = new HashMap<>();
        for (Annotated annotated : annotations) {
            Integer classIndex = classes.get(annotated.categoryId());
            if (!images.containsKey(annotated.imageId())) {
                faults.add(file, Kind.UNKNOWN_IMAGE, annotated.entry(), "is for image " + annotated.imageId());
            } else if (classIndex == null) {
                faults.add(file, Kind.UNKNOWN_CATEGORY, annotated.entry(), "is of category " + annotated.categoryId());
            } else {
                objects.computeIfAbsent(annotated.imageId(), i -> new ArrayList<>())
                        .add(new TrueObject(classIndex, annotated.box(), annotated.area(), annotated.crowd()));
            }
        }
        List<CocoTruth.Image> listed = new ArrayList<>();
        images.forEach((id, entry) -> listed.add(new CocoTruth.Image(
                id,
                entry.text("file_name").orElse(""),
                entry.whole("width").orElse(0L).intValue(),
                entry.whole("height").orElse(0L).intValue(),
                objects.getOrDefault(id, List.of()))));
        return new CocoTruth(List.copyOf(categories.values()), categoryIds, listed, areasTaken);
    }
}
