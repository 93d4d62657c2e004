package io.falconet.evaluator.data;

import java.io.IOException;

/**
 * Something wrong in a data set which does not stop the work: what was dropped or mended, and where.
 *
 * @param where the label file with its line, or the image's file name, or the annotation's id, or the class
 * @param message what was found and what was done about it
 */
public record Fault(Kind kind, String where, String message) {
    /** An image that cannot be decoded; the exception's message reads on from the file's name. */
    public static Fault unreadable(String fileName, IOException e) {
        return new Fault(Kind.UNREADABLE_IMAGE, fileName, e.getMessage() + "; left out with its objects");
    }

    /** What is done about a fault. */
    public enum Repair {
        LEFT_OUT("left out"),
        MENDED("mended"),
        KEPT("kept");

        private final String label;

        Repair(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** Kinds of faults, in the order in which they are reported. */
    public enum Kind {
        SHARED_IMAGE("same image in two parts", Repair.KEPT, true),
        NEAR_IMAGE("nearly the same image in two parts", Repair.KEPT, true),
        MISSING_IMAGE("missing image", Repair.LEFT_OUT, true),
        UNRESOLVED_LIST("list that names absent images", Repair.LEFT_OUT, true),
        UNREADABLE_IMAGE("unreadable image", Repair.LEFT_OUT, true),
        DUPLICATE_IMAGE("duplicate image", Repair.LEFT_OUT, true),
        ABSENT_IMAGE("label without image", Repair.LEFT_OUT, true),
        UNLABELLED_IMAGE("image without label", Repair.LEFT_OUT, false),
        UNLISTED_LABEL("label in no list", Repair.LEFT_OUT, false),
        STRAY_FILE("text file that holds no labels", Repair.LEFT_OUT, false),
        UNKNOWN_CATEGORY("object of an unknown class", Repair.LEFT_OUT, true),
        DUPLICATE_ANNOTATION("duplicate annotation id", Repair.LEFT_OUT, true),
        MALFORMED_ENTRY("malformed entry", Repair.LEFT_OUT, true),
        EMPTY_BOX("box without area", Repair.LEFT_OUT, false),
        BOX_OUTSIDE("box outside its image", Repair.LEFT_OUT, true),
        BOX_CLIPPED("box reaching past its image's edge", Repair.MENDED, false),
        DUPLICATE_BOX("duplicate box", Repair.LEFT_OUT, false),
        NEAR_DUPLICATE_BOX("nearly duplicate box", Repair.KEPT, false),
        CROWD_BOX("crowd box", Repair.LEFT_OUT, false),
        ODD_MASK("mask that is none", Repair.MENDED, false),
        SIZE_MISMATCH("image of another size than annotated", Repair.MENDED, false),
        CHANNELS("image of other channels", Repair.MENDED, false),
        WRONG_EXTENSION("image named as another format", Repair.MENDED, false),
        REPEATED_IMAGE("same image twice in a part", Repair.KEPT, false),
        TWIN_IMAGES("nearly the same images, not split yet", Repair.KEPT, false),
        FEW_OBJECTS("far fewer objects than other images have", Repair.KEPT, false),
        EMPTY_CLASS("class without objects", Repair.KEPT, false),
        RARE_CLASS("rare class", Repair.KEPT, false),
        ODD_NAME("class with an odd name", Repair.KEPT, false),
        ZERO_ID("ids that start at 0", Repair.KEPT, false);

        private final String label;
        private final Repair repair;
        private final boolean misleading;

        Kind(String label, Repair repair, boolean misleading) {
            this.label = label;
            this.repair = repair;
            this.misleading = misleading;
        }

        /** For people, in the singular. */
        public String label() {
            return label;
        }

        /** What is done about it. */
        public Repair repair() {
            return repair;
        }

        /** Whether figures would mislead in spite of the repair, until somebody has looked at the data. */
        public boolean misleading() {
            return misleading;
        }
    }
}
