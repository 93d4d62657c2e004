package io.falconet.evaluator.coco;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** By what a detection tells its image and its class. */
sealed interface EntryKeys {
    /** The keys that fit a ground truth. */
    static EntryKeys of(CocoTruth truth) {
        return truth.counted() ? new Names(truth) : new Ids(truth);
    }

    /** The fields that are looked at. */
    Set<String> fields();

    /** What an entry lacks to be matched at all, for messages. */
    Optional<String> lacking(Entry entry);

    /** The image, by its id in the ground truth. */
    Optional<Long> image(Entry entry);

    /** The class, by its index in the ground truth. */
    Optional<Integer> classIndex(Entry entry);

    /** What the entry says of its image, for messages. */
    String imageText(Entry entry);

    /** What the entry says of its class, for messages. */
    String classText(Entry entry);

    /** The ids of the ground truth's own file, as COCO has it. */
    final class Ids implements EntryKeys {
        static final String IMAGE = "image_id";
        static final String CATEGORY = "category_id";

        private final Set<Long> images = new HashSet<>();
        private final Map<Long, Integer> classes = new HashMap<>();

        Ids(CocoTruth truth) {
            truth.images().forEach(image -> images.add(image.id()));
            truth.categoryIds().forEach(id -> classes.put(id, classes.size()));
        }

        @Override
        public Set<String> fields() {
            return Set.of(IMAGE, CATEGORY);
        }

        @Override
        public Optional<String> lacking(Entry entry) {
            return missing(entry);
        }

        /** Which id an entry lacks, for messages. */
        static Optional<String> missing(Entry entry) {
            return Stream.of(IMAGE, CATEGORY)
                    .filter(id -> entry.whole(id).isEmpty())
                    .map(id -> "needs a whole number \"%s\", found %s".formatted(id, entry.found(id)))
                    .findFirst();
        }

        @Override
        public Optional<Long> image(Entry entry) {
            return entry.whole(IMAGE).filter(images::contains);
        }

        @Override
        public Optional<Integer> classIndex(Entry entry) {
            return entry.whole(CATEGORY).map(classes::get);
        }

        @Override
        public String imageText(Entry entry) {
            return entry.found(IMAGE);
        }

        @Override
        public String classText(Entry entry) {
            return entry.found(CATEGORY);
        }
    }

    /**
     * The names of files and classes, for labels that have no ids. A text for {@code image_id}, which some writers make of
     * the file's name, is taken as one.
     */
    final class Names implements EntryKeys {
        private static final String FILE = "file_name";
        private static final String CATEGORY = "category";

        private final ImageNames images;
        private final List<String> classes;

        Names(CocoTruth truth) {
            this.images = new ImageNames(truth);
            this.classes = truth.classes();
        }

        @Override
        public Set<String> fields() {
            return Set.of(FILE, CATEGORY, Ids.IMAGE);
        }

        @Override
        public Optional<String> lacking(Entry entry) {
            if (name(entry).isEmpty()) {
                return Optional.of("needs a text \"file_name\", since these labels know images by name alone, found "
                        + entry.found(FILE));
            }
            return entry.text(CATEGORY).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            "needs a text \"category\", the name of its class, since these labels have no ids, found "
                                    + entry.found(CATEGORY));
        }

        private static Optional<String> name(Entry entry) {
            return entry.text(FILE).or(() -> entry.text(Ids.IMAGE));
        }

        @Override
        public Optional<Long> image(Entry entry) {
            return name(entry).flatMap(images::find).map(CocoTruth.Image::id);
        }

        @Override
        public Optional<Integer> classIndex(Entry entry) {
            return entry.text(CATEGORY).map(classes::indexOf).filter(index -> index >= 0);
        }

        @Override
        public String imageText(Entry entry) {
            return name(entry).orElse("none");
        }

        @Override
        public String classText(Entry entry) {
            return "%s; the classes are %s".formatted(entry.found(CATEGORY), classes);
        }
    }
}
