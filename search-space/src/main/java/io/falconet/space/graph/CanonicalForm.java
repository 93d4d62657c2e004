package io.falconet.space.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The text that two networks share exactly when they compute the same function of their weights. Nodes are numbered in
 * the order in which a walk from the outputs first completes them, so that names, dead branches and the order of
 * construction vanish. The terms of a sum are ordered by what they are, since a sum does not care.
 */
final class CanonicalForm {
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, String> structure = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private CanonicalForm(Network network) {
        for (Node node : network.nodes()) {
            nodes.put(node.name(), node);
        }
        network.outputs().forEach(this::number);
        for (String output : network.outputs()) {
            text.append('>').append(numbers.get(output));
        }
    }

    static String id(Network network, String said) {
        return digest(new CanonicalForm(network).text + said, 16);
    }

    private int number(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        Node node = nodes.get(name);
        StringBuilder line = new StringBuilder(node.op().toString());
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

    private List<String> ordered(Node node) {
        if (!(node.op() instanceof Add)) {
            return node.inputs();
        }
        return node.inputs().stream()
                .sorted(Comparator.comparing(this::structure))
                .toList();
    }

    /** A digest of all that a node computes, whatever it is named. */
    private String structure(String name) {
        String known = structure.get(name);
        if (known != null) {
            return known;
        }
        Node node = nodes.get(name);
        StringBuilder all = new StringBuilder(node.op().toString());
        for (String input : ordered(node)) {
            all.append(' ').append(structure(input));
        }
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
            return HexFormat.of().formatHex(hash).substring(0, hexDigits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
