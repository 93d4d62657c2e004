package io.falconet.evaluator.coco;

import io.falconet.evaluator.coco.EntryFaults.Kind;
import io.falconet.evaluator.metric.CocoBox;
import io.falconet.evaluator.metric.FoundObject;
import io.falconet.evaluator.metric.ScoredImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads detections in COCO's results format, a list of {@code {image_id, category_id, bbox: [x, y, width, height],
 * score}}, and lays them beside their ground truth. Where the ground truth is in a format without ids, an entry needs
 * {@code file_name} and {@code category} instead of the two, as {@link CocoResultsWriter} writes them. One a file.
 *
 * @see <a href="https://cocodataset.org/#format-results">COCO results format</a>
 */
public final class CocoResultsReader {
    private static final Set<String> FIELDS = Set.of("bbox", "score");

    private final Path file;
    private final EntryFaults faults;
    private final EntryKeys keys;
    private final Map<Long, List<FoundObject>> found = new HashMap<>();

    private CocoResultsReader(Path file, CocoTruth truth, EntryFaults faults) {
        this.file = file;
        this.faults = faults;
        this.keys = EntryKeys.of(truth);
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
        Set<String> fields = new HashSet<>(FIELDS);
        fields.addAll(reader.keys.fields());
        new EntryReader(file, "detections").list(new EntryReader.Listener(fields, reader::detection));
        List<ScoredImage> images = new ArrayList<>();
        for (CocoTruth.Image image : truth.images()) {
            images.add(new ScoredImage(image.id(), image.objects(), reader.found.remove(image.id())));
        }
        return images;
    }

    private void detection(Entry entry) {
        Optional<String> lacking = keys.lacking(entry);
        Optional<Long> image = keys.image(entry);
        Optional<Integer> classIndex = keys.classIndex(entry);
        Optional<CocoBox> box = entry.box();
        Optional<Double> score = entry.number("score");
        if (lacking.isPresent()) {
            faults.add(file, Kind.MALFORMED, entry, lacking.get());
        } else if (box.isEmpty()) {
            faults.add(file, Kind.MALFORMED, entry, needsBox(entry));
        } else if (score.isEmpty()) {
            faults.add(file, Kind.MALFORMED, entry, "needs a number \"score\", found " + entry.found("score"));
        } else if (image.isEmpty()) {
            faults.add(file, Kind.UNKNOWN_IMAGE, entry, "is for image " + keys.imageText(entry));
        } else if (classIndex.isEmpty()) {
            faults.add(file, Kind.UNKNOWN_CATEGORY, entry, "is of category " + keys.classText(entry));
        } else {
            found.get(image.get()).add(new FoundObject(classIndex.get(), score.get(), box.get()));
        }
    }

    /** What an entry without a usable box lacks. */
    static String needsBox(Entry entry) {
        return "needs a \"bbox\" of four numbers, none of its sides under 0, found " + entry.found("bbox");
    }
}
