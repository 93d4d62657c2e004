package io.falconet.dashboard.compare;

import io.falconet.dashboard.trial.Outline;
import io.falconet.dashboard.trial.Outline.Part;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkText;
import io.falconet.space.graph.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Networks part by part, matched by the names of their scopes: which stages and blocks one has and another has not, and which
 * differ in their layers or channels. How large images are does not count: else everything would differ.
 *
 * @param stages in the order of the first network, others where they belong
 */
record NetworkDifference(List<Stage> stages) {
    private static final int STAGES = 2;
    private static final int BLOCKS = 3;

    /** How a network's part is to that of the first network. */
    enum Mark {
        SAME("="),
        CHANGED("≠"),
        ADDED("+"),
        MISSING("−"),
        /** Neither has it. */
        ABSENT("");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /**
     * A part of all networks.
     *
     * @param scope its name
     * @param parts by network; empty where it has none
     */
    record Row(String scope, List<Optional<Part>> parts) {
        /** How the part of a network is to that of the first. */
        Mark mark(int network) {
            Optional<Part> first = parts.get(0);
            Optional<Part> other = parts.get(network);
            if (first.isEmpty()) {
                return other.isEmpty() ? Mark.ABSENT : Mark.ADDED;
            }
            if (other.isEmpty()) {
                return Mark.MISSING;
            }
            return layers(first.get()).equals(layers(other.get())) ? Mark.SAME : Mark.CHANGED;
        }

        /** Whether all have it, and alike. */
        boolean same() {
            return IntStream.range(0, parts.size()).allMatch(network -> mark(network) == Mark.SAME);
        }
    }

    /**
     * A stage with its blocks.
     *
     * @param blocks none where the stage is a single layer in all networks
     */
    record Stage(Row whole, List<Row> blocks) {}

    NetworkDifference {
        stages = List.copyOf(stages);
    }

    static NetworkDifference of(List<Network> networks) {
        List<Row> blocks = rows(networks, BLOCKS);
        return new NetworkDifference(rows(networks, STAGES).stream()
                .map(whole -> new Stage(
                        whole,
                        blocks.stream()
                                .filter(block -> block.scope().startsWith(whole.scope() + "."))
                                .toList()))
                .toList());
    }

    private static List<Row> rows(List<Network> networks, int depth) {
        List<Map<String, Part>> outlines = networks.stream()
                .map(network -> parts(Outline.of(network, depth, Set.of())))
                .toList();
        return Aligned.of(outlines.stream()
                        .map(outline -> List.copyOf(outline.keySet()))
                        .toList())
                .stream()
                .map(scope -> new Row(
                        scope,
                        outlines.stream()
                                .map(outline -> Optional.ofNullable(outline.get(scope)))
                                .toList()))
                .toList();
    }

    private static Map<String, Part> parts(Outline outline) {
        return outline.parts().stream()
                .collect(Collectors.toMap(Part::scope, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** What a part computes, layer by layer, each with its place in the part and how many channels leave it. */
    private static List<String> layers(Part part) {
        return part.nodes().stream().map(node -> layer(part, node)).toList();
    }

    private static String layer(Part part, Node node) {
        return node.name().substring(part.scope().length()) + " " + NetworkText.words(node) + " "
                + node.shape().channels();
    }

    /** How many stages differ in any network. */
    long different() {
        return stages.stream().filter(stage -> !stage.whole().same()).count();
    }

    /** All rows, stages and blocks. */
    Stream<Row> rows() {
        return stages.stream().flatMap(stage -> Stream.concat(Stream.of(stage.whole()), stage.blocks().stream()));
    }
}
