package io.falconet.evaluator.data.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.Folders;
import io.falconet.evaluator.data.JsonFile;
import io.falconet.space.problem.Spelling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds what a COCO file says beside the boxes that other tools would stumble over. */
final class CocoOddities {
    private static final int THREE_POINTS = 6;
    private static final int SHORTEST_NAME = 4;

    private CocoOddities() {}

    /** What is odd in a file of labels; nothing where it is no COCO file. */
    static List<Fault> of(Path labels, Dataset dataset) {
        if (!Folders.extension(labels).equals("json")) {
            return List.of();
        }
        JsonNode root = JsonFile.read(labels, "COCO annotations");
        List<Fault> faults = new ArrayList<>();
        for (JsonNode annotation : root.path("annotations")) {
            mask(annotation, faults);
        }
        Stream.of("images", "annotations", "categories")
                .filter(section -> fromZero(root.path(section)))
                .map(section -> new Fault(
                        Fault.Kind.ZERO_ID,
                        section,
                        "has an id 0, which COCO's own evaluator takes for none; kept, and counted here"))
                .forEach(faults::add);
        dataset.classes().forEach(name -> name(name, faults));
        return faults;
    }

    private static void mask(JsonNode annotation, List<Fault> faults) {
        String where = "annotation " + annotation.path("id").asText();
        JsonNode mask = annotation.path("segmentation");
        if (annotation.path("iscrowd").asInt() == 1 && mask.isArray() && !mask.isEmpty()) {
            faults.add(new Fault(
                    Fault.Kind.ODD_MASK,
                    where,
                    "is a crowd with a polygon, where COCO has run lengths; its box is used"));
        }
        for (JsonNode polygon : mask) {
            if (mask.isArray() && polygon.isArray() && polygon.size() < THREE_POINTS) {
                faults.add(new Fault(
                        Fault.Kind.ODD_MASK,
                        where,
                        "has a polygon of %d points, so area %s; its box is used"
                                .formatted(
                                        polygon.size() / 2,
                                        annotation.path("area").asText("unknown"))));
                return;
            }
        }
    }

    private static boolean fromZero(JsonNode section) {
        for (JsonNode entry : section) {
            if (entry.path("id").isIntegralNumber() && entry.path("id").longValue() == 0) {
                return true;
            }
        }
        return false;
    }

    /** A name one letter from one of COCO's own is most likely a slip. */
    private static void name(String name, List<Fault> faults) {
        String word = name.toLowerCase(Locale.ROOT);
        if (word.length() < SHORTEST_NAME || CocoNames.ALL.contains(word)) {
            return;
        }
        Spelling.nearest(word, CocoNames.ALL)
                .filter(known ->
                        Math.abs(known.length() - word.length()) <= 1 && known.startsWith(word.substring(0, 3)))
                .ifPresent(known -> faults.add(
                        new Fault(Fault.Kind.ODD_NAME, name, "is kept as it is. Maybe " + known + " is meant")));
    }
}
