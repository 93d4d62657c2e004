package io.falconet.cluster.compare;

import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Shape;
import io.falconet.space.zoo.ZooModel;
import java.util.List;
import java.util.Optional;

/**
 * A detector that takes part.
 *
 * @param name unique among those compared
 * @param family to which it belongs, for people: its authors' project, or the search that found it
 * @param searched whether a search found it; published otherwise
 * @param also other published names of the very same network
 * @param input the images that it reads
 * @param networkId identity of its network
 * @param complexity what it costs for these images and the data's classes, all stages together
 * @param published what publications say of it, where it was published
 */
public record Contender(
        String name,
        String family,
        boolean searched,
        List<String> also,
        Shape input,
        String networkId,
        Complexity complexity,
        Optional<ZooModel> published) {
    public Contender {
        also = List.copyOf(also);
    }
}
