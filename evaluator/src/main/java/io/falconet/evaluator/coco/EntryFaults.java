package io.falconet.evaluator.coco;

import io.falconet.evaluator.data.DatasetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries that cannot be scored, counted by file and kind; the first few are kept by name. */
public final class EntryFaults {
    private static final int NAMED = 5;

    private record Heading(Path file, Kind kind) {}

    private static final class Found {
        private final List<String> named = new ArrayList<>();
        private long count;
    }

    /** What is wrong with an entry. */
    public enum Kind {
        MALFORMED(
                "entry without a field that it needs",
                "the file holds segmentations without boxes, or is in another format than COCO's."),
        UNKNOWN_IMAGE(
                "image that the ground truth does not list",
                "the file belongs to another part of the data, such as training instead of validation."),
        UNKNOWN_CATEGORY(
                "category that the ground truth does not list",
                "class indexes were written where COCO wants the categories' ids, or the classes are those of another data set."),
        DUPLICATE("id that an earlier entry has", "files were joined without counting on.");

        private final String label;
        private final String remedy;

        Kind(String label, String remedy) {
            this.label = label;
            this.remedy = remedy;
        }
    }

    private final Map<Heading, Found> found = new LinkedHashMap<>();

    void add(Path file, Kind kind, Entry entry, String message) {
        Found faults = found.computeIfAbsent(new Heading(file, kind), h -> new Found());
        faults.count++;
        if (faults.named.size() < NAMED) {
            faults.named.add(entry.where() + " " + message);
        }
    }

    /** How many entries are faulty. */
    public long count() {
        return found.values().stream().mapToLong(f -> f.count).sum();
    }

    /** A paragraph a kind: how many, the first few with their places, and a remedy. Empty where nothing is wrong. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        found.forEach((heading, faults) -> {
            text.append("%s: %s: %,d%n".formatted(heading.file(), heading.kind().label, faults.count));
            faults.named.forEach(name -> text.append("  %s%n".formatted(name)));
            if (faults.count > faults.named.size()) {
                text.append("  …%n".formatted());
            }
            text.append("  Maybe %s%n".formatted(heading.kind().remedy));
        });
        return text.toString();
    }

    /**
     * Refuses to go on where there is a fault.
     *
     * @param way around it, for the message
     * @throws DatasetException with all of them
     */
    public void refuse(String way) {
        if (count() > 0) {
            throw new DatasetException(
                    "Files whose every entry can be scored were expected, found %,d that cannot.%n%sMaybe %s"
                            .formatted(count(), summary(), way));
        }
    }
}
