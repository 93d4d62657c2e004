package io.falconet.evaluator.data;

import java.io.IOException;

/**
 * Something wrong in a data set which does not stop the work: what was dropped or mended, and where.
 *
 * @param where the image's file name, or the annotation's id, or the class
 * @param message what was found and what was done about it
 */
public record Fault(Kind kind, String where, String message) {
    /** An image that cannot be decoded; the exception's message reads on from the file's name. */
    static Fault unreadable(String fileName, IOException e) {
        return new Fault(Kind.UNREADABLE_IMAGE, fileName, e.getMessage() + "; left out with its objects");
    }

    /** Kinds of faults, in the order in which they are reported. */
    public enum Kind {
        MISSING_IMAGE("missing image", true),
        UNREADABLE_IMAGE("unreadable image", true),
        DUPLICATE_IMAGE("duplicate image", true),
        SIZE_MISMATCH("image of another size than annotated", false),
        ABSENT_IMAGE("annotation for an absent image", true),
        UNKNOWN_CATEGORY("annotation of an unknown category", true),
        DUPLICATE_ANNOTATION("duplicate annotation id", true),
        MALFORMED_ENTRY("malformed entry", true),
        EMPTY_BOX("box without area", true),
        BOX_OUTSIDE("box outside its image", true),
        BOX_CLIPPED("box reaching past its image's edge", false),
        EMPTY_CLASS("class without objects", false);

        private final String label;
        private final boolean dropped;

        Kind(String label, boolean dropped) {
            this.label = label;
            this.dropped = dropped;
        }

        /** For people, in the singular. */
        public String label() {
            return label;
        }

        /** Whether the faulty thing was left out; what is not left out was mended or is only worth knowing. */
        public boolean dropped() {
            return dropped;
        }
    }
}
