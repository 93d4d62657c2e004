package io.falconet.space.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The text that two networks share exactly when they compute the same function of their inputs and weights. Nodes are
 * numbered in the order in which a walk from the outputs first completes them, so that names, dead branches and the order
 * of construction vanish. The terms of a sum are ordered by what they are, since a sum does not care; terms that are alike,
 * by their {@linkplain Colours place in the whole}.
 */
final class CanonicalForm {
    private final Network network;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, String> structure = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> inputs = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private CanonicalForm(Network network) {
        this.network = network;
        for (Node node : network.nodes()) {
            nodes.put(node.name(), node);
            if (node.op() instanceof Input) {
                inputs.put(node.name(), inputs.size());
            }
        }
        network.outputs().forEach(this::number);
        for (String output : network.outputs()) {
            text.append('>').append(numbers.get(output));
        }
    }

    static String id(Network network, String said) {
        return digest(new CanonicalForm(network).text + said, 16);
    }

    /** Whether the order of what a node reads makes no difference. */
    static boolean commutes(Node node) {
        return node.op() instanceof Add
                || node.op() instanceof Multiply
                        && node.inputShapes().get(0).equals(node.inputShapes().get(1));
    }

    private int number(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        Node node = nodes.get(name);
        StringBuilder line = new StringBuilder(operator(node));
        for (String input : ordered(node)) {
            line.append(' ').append(number(input));
        }
        if (!node.ownsWeights()) {
            line.append(" weights of ").append(number(node.owner()));
        }
        int number = numbers.size();
        numbers.put(name, number);
        text.append(line).append('\n');
        return number;
    }

    /** What the node does. The inputs of a network with several are told apart by their place. */
    private String operator(Node node) {
        int place = inputs.getOrDefault(node.name(), 0);
        return place == 0 ? node.op().toString() : node.op() + " " + place;
    }

    private List<String> ordered(Node node) {
        if (!commutes(node)) {
            return node.inputs();
        }
        List<String> terms = new ArrayList<>(node.inputs());
        terms.sort(Comparator.comparing(this::structure));
        for (int i = 1; i < terms.size(); i++) {
            if (alike(terms.get(i - 1), terms.get(i))) {
                return untied(terms);
            }
        }
        return terms;
    }

    private boolean alike(String one, String other) {
        return !one.equals(other) && structure(one).equals(structure(other));
    }

    /**
     * Orders terms of which some are alike. Those that stay alike in all their places can be swapped: any of them may come
     * first, and is then told from the others.
     */
    private List<String> untied(List<String> terms) {
        Colours colours = new Colours(network, numbers);
        while (true) {
            Map<String, Long> found = colours.refined();
            List<String> sorted = new ArrayList<>(terms);
            sorted.sort(Comparator.<String, String>comparing(this::structure).thenComparing(found::get));
            int tie = 1;
            while (tie < sorted.size() && !tied(sorted.get(tie - 1), sorted.get(tie), found)) {
                tie++;
            }
            if (tie == sorted.size()) {
                return sorted;
            }
            colours.mark(sorted.get(tie));
        }
    }

    private boolean tied(String one, String other, Map<String, Long> colours) {
        return alike(one, other) && colours.get(one).equals(colours.get(other));
    }

    /** A digest of all that a node computes, whatever it is named. */
    private String structure(String name) {
        String known = structure.get(name);
        if (known != null) {
            return known;
        }
        Node node = nodes.get(name);
        List<String> read = new ArrayList<>();
        node.inputs().forEach(input -> read.add(structure(input)));
        if (commutes(node)) {
            read.sort(Comparator.naturalOrder());
        }
        StringBuilder all = new StringBuilder(operator(node));
        read.forEach(digest -> all.append(' ').append(digest));
        if (!node.ownsWeights()) {
            all.append(" weights of ").append(structure(node.owner()));
        }
        String digest = digest(all.toString(), 32);
        structure.put(name, digest);
        return digest;
    }

    private static String digest(String text, int hexDigits) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, hexDigits / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
