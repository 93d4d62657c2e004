package io.falconet.dashboard.trial;

import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network told in few words: nodes that share a scope stand as one part, unless the scope is opened.
 *
 * @param parts in the order of the network, each before those that read it
 * @param flows which part reads which
 */
public record Outline(List<Part> parts, List<Flow> flows) {

    /**
     * Some nodes of one scope, or a single node.
     *
     * @param scope the scope's full name, or the node's
     * @param nodes in the order of the network
     */
    public record Part(String scope, List<Node> nodes) {
        /** Whether the part is a single node, which cannot be opened. */
        public boolean single() {
            return nodes.size() == 1 && nodes.get(0).name().equals(scope);
        }

        /** Multiply-accumulates of its nodes. */
        public long macs() {
            return nodes.stream().mapToLong(Node::macs).sum();
        }

        /** Learned values of its nodes. */
        public long parameters() {
            return nodes.stream().mapToLong(Node::parameters).sum();
        }

        /** The node whose value leaves the part last. */
        public Node last() {
            return nodes.get(nodes.size() - 1);
        }

        /** The outermost scope: backbone, neck, head, or the input. */
        public String role() {
            int dot = scope.indexOf('.');
            return dot < 0 ? scope : scope.substring(0, dot);
        }
    }

    /** One part's value read by another, by their places in the list of parts. */
    public record Flow(int from, int to) {}

    public Outline {
        parts = List.copyOf(parts);
        flows = List.copyOf(flows);
    }

    /**
     * Outlines a network.
     *
     * @param depth scopes with fewer names than this are open: 1 shows backbone, neck and head, 2 their stages
     * @param opened scopes opened beyond that
     */
    public static Outline of(Network network, int depth, Set<String> opened) {
        Network live = network.live();
        Map<String, List<Node>> members = new LinkedHashMap<>();
        Map<String, String> scopes = new LinkedHashMap<>();
        for (Node node : live.nodes()) {
            String scope = scope(node.name(), depth, opened);
            scopes.put(node.name(), scope);
            members.computeIfAbsent(scope, key -> new ArrayList<>()).add(node);
        }
        List<String> order = List.copyOf(members.keySet());
        Map<String, Integer> places = new LinkedHashMap<>();
        order.forEach(scope -> places.put(scope, places.size()));
        Set<Flow> flows = new LinkedHashSet<>();
        for (Node node : live.nodes()) {
            int to = places.get(scopes.get(node.name()));
            for (String input : node.inputs()) {
                int from = places.get(scopes.get(input));
                if (from != to) {
                    flows.add(new Flow(from, to));
                }
            }
        }
        return new Outline(
                members.entrySet().stream()
                        .map(part -> new Part(part.getKey(), part.getValue()))
                        .toList(),
                List.copyOf(flows));
    }

    private static String scope(String node, int depth, Set<String> opened) {
        int end = -1;
        int names = 0;
        do {
            end = node.indexOf('.', end + 1);
            names++;
        } while (end >= 0 && (names < depth || opened.contains(node.substring(0, end))));
        return end < 0 ? node : node.substring(0, end);
    }

    /** Multiply-accumulates of all parts. */
    public long macs() {
        return parts.stream().mapToLong(Part::macs).sum();
    }
}
