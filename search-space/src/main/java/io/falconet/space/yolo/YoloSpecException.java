package io.falconet.space.yolo;

/** A row of a layer list that cannot be built. The message says what was expected and what was found. */
public final class YoloSpecException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int row;

    YoloSpecException(int row, String message) {
        super(message);
        this.row = row;
    }

    /** The row at fault, from 0, backbone and head counted through. */
    public int row() {
        return row;
    }
}
