package io.falconet.space.block.gsconv;

import io.falconet.space.graph.Shuffle;

/**
 * In which order a GSConv gives its channels. The authors published two orders, each the inverse of the other: the counts
 * agree, trained weights do not carry over.
 */
public enum GsShuffle {
    /** The halves interleaved (0, c/2, 1, c/2 + 1, …): as in the paper's models. */
    INTERLEAVED,
    /** The even channels, then the odd ones: as in the authors' forks of YOLOv5 and Scaled-YOLOv4. */
    EVEN_THEN_ODD;

    /** The shuffle of a map of that many channels. */
    Shuffle of(int channels) {
        return switch (this) {
            case INTERLEAVED -> new Shuffle(2);
            case EVEN_THEN_ODD -> new Shuffle(channels / 2);
        };
    }
}
