package io.falconet.evaluator.predict;

import io.falconet.evaluator.data.Scenery;
import io.falconet.evaluator.detect.ScoredBox;
import java.util.List;

/** A way of looking at images: at a glance, or tile by tile. */
public interface Sight {
    /** What is seen, best first, in pixels of the image. */
    List<ScoredBox> look(Scenery scene);
}
