package io.falconet.evaluator.coco;

import io.falconet.evaluator.coco.EntryFaults.Kind;
import io.falconet.evaluator.metric.CocoBox;
import io.falconet.evaluator.metric.FoundObject;
import io.falconet.evaluator.metric.ScoredImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads detections in COCO's results format, a list of {@code {image_id, category_id, bbox: [x, y, width, height],
 * score}}, and lays them beside their ground truth. One a file.
 *
 * @see <a href="https://cocodataset.org/#format-results">COCO results format</a>
 */
public final class CocoResultsReader {
    private static final Set<String> FIELDS = Set.of("image_id", "category_id", "bbox", "score");

    private final Path file;
    private final EntryFaults faults;
    private final Map<Long, Integer> classes = new HashMap<>();
    private final Map<Long, List<FoundObject>> found = new HashMap<>();

    private CocoResultsReader(Path file, CocoTruth truth, EntryFaults faults) {
        this.file = file;
        this.faults = faults;
        truth.categoryIds().forEach(id -> classes.put(id, classes.size()));
        truth.images().forEach(image -> found.put(image.id(), new ArrayList<>()));
    }

    /**
     * Reads a file; what cannot be scored of it is left out and told.
     *
     * @param faults to which what is wrong is added
     * @return the images of the ground truth, each with what was found in it
     * @throws io.falconet.evaluator.data.DatasetException where it is not json, or no list
     */
    public static List<ScoredImage> read(Path file, CocoTruth truth, EntryFaults faults) {
        CocoResultsReader reader = new CocoResultsReader(file, truth, faults);
        new EntryReader(file, "detections").list(new EntryReader.Listener(FIELDS, reader::detection));
        List<ScoredImage> images = new ArrayList<>();
        for (CocoTruth.Image image : truth.images()) {
            images.add(new ScoredImage(image.id(), image.objects(), reader.found.remove(image.id())));
        }
        return images;
    }

    private void detection(Entry entry) {
        Optional<Long> image = entry.whole("image_id");
        Optional<Long> category = entry.whole("category_id");
        Optional<CocoBox> box = entry.box();
        Optional<Double> score = entry.number("score");
        if (image.isEmpty() || category.isEmpty() || box.isEmpty()) {
            faults.add(file, Kind.MALFORMED, entry, needs(entry));
        } else if (score.isEmpty()) {
            faults.add(file, Kind.MALFORMED, entry, "needs a number \"score\", found " + entry.found("score"));
        } else if (!found.containsKey(image.get())) {
            faults.add(file, Kind.UNKNOWN_IMAGE, entry, "is for image " + image.get());
        } else if (!classes.containsKey(category.get())) {
            faults.add(file, Kind.UNKNOWN_CATEGORY, entry, "is of category " + category.get());
        } else {
            found.get(image.get()).add(new FoundObject(classes.get(category.get()), score.get(), box.get()));
        }
    }

    /** What a boxed entry lacks. */
    static String needs(Entry entry) {
        for (String id : List.of("image_id", "category_id")) {
            if (entry.whole(id).isEmpty()) {
                return "needs a whole number \"%s\", found %s".formatted(id, entry.found(id));
            }
        }
        return "needs a \"bbox\" of four numbers, none of its sides under 0, found " + entry.found("bbox");
    }
}
