package io.falconet.space.block;

import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;

/**
 * A backbone of whose maps only the coarsest are given on.
 *
 * @param backbone gives more maps than are wanted
 * @param count how many are
 */
public record CoarsestLevels(Backbone backbone, int count) implements Backbone {
    @Override
    public List<Node> append(NetworkBuilder network, Node image) {
        List<Node> maps = backbone.append(network, image);
        if (maps.size() < count) {
            throw new IllegalArgumentException(
                    "The backbone is expected to give at least %d maps, found %d.".formatted(count, maps.size()));
        }
        return maps.subList(maps.size() - count, maps.size());
    }
}
