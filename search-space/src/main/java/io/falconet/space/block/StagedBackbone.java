package io.falconet.space.block;

import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A stem of stride 4, then stages each of which halves the area's sides: strides 8, 16, 32, …
 *
 * @param stem gives a map of stride 4
 * @param stages in the order in which they are applied; each gives a map to the neck
 * @param stemGiven whether the stem's map is given to the neck too, as the finest
 */
public record StagedBackbone(Block stem, List<Block> stages, boolean stemGiven) implements Backbone {
    public StagedBackbone {
        stages = List.copyOf(stages);
    }

    @Override
    public List<Node> append(NetworkBuilder network, Node image) {
        Node map = stem.append(network.scope("stem"), image);
        List<Node> maps = new ArrayList<>();
        if (stemGiven) {
            maps.add(map);
        }
        for (int i = 0; i < stages.size(); i++) {
            map = stages.get(i).append(network.scope("stage" + (i + 1)), map);
            maps.add(map);
        }
        return maps;
    }
}
