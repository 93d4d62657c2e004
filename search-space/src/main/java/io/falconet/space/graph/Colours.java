package io.falconet.space.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Tells nodes apart by their place in a network, whatever they are named: colour refinement (Weisfeiler and Leman, 1968).
 * Nodes begin with the colour of what they do; in each round a node's colour takes in those of all that it reads and all
 * that reads it. Two nodes of one colour at the end can, in all but contrived networks, be swapped.
 *
 * <p>A round is linear in the nodes, and there are as many rounds as the network is deep, at most.
 */
final class Colours {
    private static final long TERM = 11;
    private static final long PART = 13;
    private static final long OWNER = 17;
    private static final long OUTPUT = 19;
    private static final long KNOWN = 23;

    private final List<Node> nodes;
    private final Map<String, Long> colours = new HashMap<>();
    private int marks;

    /**
     * The nodes that outputs depend on.
     *
     * @param known numbers of nodes that are told apart already
     */
    Colours(Network network, Map<String, Integer> known) {
        this.nodes = network.live().nodes();
        int inputs = 0;
        for (Node node : nodes) {
            colours.put(node.name(), mixed(text(node), node.op() instanceof Input ? inputs++ : 0));
        }
        for (int i = 0; i < network.outputs().size(); i++) {
            add(network.outputs().get(i), mixed(OUTPUT, i));
        }
        known.forEach((name, number) -> add(name, mixed(KNOWN, number)));
        this.marks = nodes.size();
    }

    /** Tells a node from those that are like it. */
    void mark(String name) {
        add(name, mixed(KNOWN, marks++));
    }

    /** The colours by which no more nodes can be told apart. */
    Map<String, Long> refined() {
        int before = 0;
        int now = new HashSet<>(colours.values()).size();
        while (now > before && now < nodes.size()) {
            round();
            before = now;
            now = new HashSet<>(colours.values()).size();
        }
        return Map.copyOf(colours);
    }

    private void round() {
        Map<String, Long> old = new HashMap<>(colours);
        colours.replaceAll((name, colour) -> mixed(colour, 1));
        for (Node node : nodes) {
            List<Edge> edges = new ArrayList<>();
            for (int i = 0; i < node.inputs().size(); i++) {
                edges.add(new Edge(node.inputs().get(i), CanonicalForm.commutes(node) ? TERM : mixed(PART, i)));
            }
            if (!node.ownsWeights()) {
                edges.add(new Edge(node.owner(), OWNER));
            }
            for (Edge edge : edges) {
                add(node.name(), mixed(old.get(edge.to), edge.kind));
                add(edge.to, mixed(mixed(old.get(node.name()), edge.kind), 1));
            }
        }
    }

    private void add(String name, long colour) {
        colours.merge(name, colour, Long::sum);
    }

    private static long text(Node node) {
        long hash = 7;
        String text = node.op().toString();
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    /** Two values as one, the second finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mixed(long one, long other) {
        long value = one * 0x9e3779b97f4a7c15L + other;
        value = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        value = (value ^ (value >>> 27)) * 0x94d049bb133111ebL;
        return value ^ (value >>> 31);
    }

    private record Edge(String to, long kind) {}
}
