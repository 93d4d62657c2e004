package io.falconet.evaluator.data.source;

/** The formats of labels that can be read. Lower case, as typed. */
public enum LabelFormat {
    /** A json file a part. */
    coco("COCO json"),
    /** An xml file an image. */
    voc("Pascal VOC"),
    /** A text file an image. */
    yolo("YOLO");

    private final String label;

    LabelFormat(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
