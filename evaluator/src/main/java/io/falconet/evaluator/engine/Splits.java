package io.falconet.evaluator.engine;

import io.falconet.space.graph.Node;
import io.falconet.space.graph.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Slices of one map that have each of its channels once. As one split they cost the way back a single copy, where slices
 * one by one fill a map with zeros each and add them up.
 */
final class Splits {
    private Splits() {}

    /** By the place of the node that comes first: the places of all nodes of the split, in the order of their channels. */
    static Map<Integer, int[]> of(List<Node> nodes) {
        Map<String, List<Integer>> bySource = new LinkedHashMap<>();
        for (int place = 0; place < nodes.size(); place++) {
            if (nodes.get(place).op() instanceof Slice) {
                bySource.computeIfAbsent(nodes.get(place).inputs().get(0), source -> new ArrayList<>())
                        .add(place);
            }
        }
        Map<Integer, int[]> splits = new LinkedHashMap<>();
        for (List<Integer> places : bySource.values()) {
            int first = places.get(0);
            List<Integer> sorted = places.stream()
                    .sorted(Comparator.comparingInt(
                            place -> slice(nodes.get(place)).from()))
                    .toList();
            if (places.size() > 1 && complete(nodes, sorted)) {
                splits.put(first, sorted.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        return splits;
    }

    private static boolean complete(List<Node> nodes, List<Integer> sorted) {
        int end = 0;
        for (int place : sorted) {
            if (slice(nodes.get(place)).from() != end) {
                return false;
            }
            end = slice(nodes.get(place)).to();
        }
        return end == nodes.get(sorted.get(0)).inputShapes().get(0).channels();
    }

    private static Slice slice(Node node) {
        return (Slice) node.op();
    }
}
