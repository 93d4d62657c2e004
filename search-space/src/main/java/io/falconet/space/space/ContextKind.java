package io.falconet.space.space;

import io.falconet.space.block.Block;
import io.falconet.space.block.yolo.Spp;
import io.falconet.space.block.yolo.Sppf;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;

/** What gives the backbone's last map a view of the whole image; its channels stay. */
record ContextKind(String option, Activation activation) implements Block {
    static final List<String> OPTIONS = List.of("none", "spp", "sppf");

    @Override
    public Node append(NetworkBuilder network, Node in) {
        int channels = in.shape().channels();
        return switch (option) {
            case "spp" -> new Spp(channels, List.of(5, 9, 13), activation).append(network, in);
            case "sppf" -> new Sppf(channels, 5, activation).append(network, in);
            default -> in;
        };
    }
}
