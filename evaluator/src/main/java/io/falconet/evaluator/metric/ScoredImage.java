package io.falconet.evaluator.metric;

import java.util.List;

/**
 * What is in an image, and what was found in it.
 *
 * @param id in the ground truth's file; images are ranked by it where scores are equal
 */
public record ScoredImage(long id, List<TrueObject> objects, List<FoundObject> found) {
    public ScoredImage {
        objects = List.copyOf(objects);
        found = List.copyOf(found);
    }
}
