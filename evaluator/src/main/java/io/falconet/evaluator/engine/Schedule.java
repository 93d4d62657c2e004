package io.falconet.evaluator.engine;

import ai.djl.pytorch.engine.PtNDArray;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Input;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The order in which nodes run, and after which of them each intermediate result is let go. */
final class Schedule {
    /**
     * A node, the places of its operands, the places of the results that nothing reads after it, of all parts where it is
     * the first of a split, and whether it may write into its operand.
     */
    private record Step(Node node, int[] operands, int[] lastUses, int[] parts, boolean overwrites) {}

    private final List<Step> steps;
    private final int[] outputs;

    Schedule(Network network) {
        List<Node> nodes = network.nodes();
        Map<String, Integer> places = new HashMap<>();
        for (Node node : nodes) {
            places.put(node.name(), places.size());
        }
        outputs = network.outputs().stream().mapToInt(places::get).toArray();
        int[] lastReader = new int[nodes.size()];
        Arrays.fill(lastReader, -1);
        for (int place = 0; place < nodes.size(); place++) {
            for (String input : nodes.get(place).inputs()) {
                lastReader[places.get(input)] = place;
            }
        }
        for (int output : outputs) {
            lastReader[output] = nodes.size();
        }
        Map<Integer, int[]> splits = Splits.of(nodes);
        steps = new ArrayList<>(nodes.size());
        for (int place = 0; place < nodes.size(); place++) {
            int reader = place;
            int[] operands =
                    nodes.get(place).inputs().stream().mapToInt(places::get).toArray();
            int[] released = Arrays.stream(operands)
                    .distinct()
                    .filter(operand -> lastReader[operand] == reader)
                    .toArray();
            int[] parts = splits.getOrDefault(place, new int[0]);
            steps.add(new Step(nodes.get(place), operands, released, parts, mayOverwrite(nodes, place, operands)));
        }
    }

    /** Whether an activation alone reads a map, which whoever made it does not want again on the way back. */
    private boolean mayOverwrite(List<Node> nodes, int place, int[] operands) {
        if (!(nodes.get(place).op() instanceof Activate)) {
            return false;
        }
        Node source = nodes.get(operands[0]);
        boolean forgotten = source.op() instanceof Conv || source.op() instanceof BatchNorm;
        boolean output = Arrays.stream(outputs).anyMatch(operand -> operand == operands[0]);
        long readers = nodes.stream()
                .flatMap(node -> node.inputs().stream())
                .filter(source.name()::equals)
                .count();
        return forgotten && !output && readers == 1;
    }

    /** Runs all nodes on a batch of each input and returns the network's outputs in order. */
    List<PtNDArray> run(OpExecutor executor, List<PtNDArray> batches) {
        Iterator<PtNDArray> inputs = batches.iterator();
        PtNDArray[] results = new PtNDArray[steps.size()];
        for (int place = 0; place < steps.size(); place++) {
            Step step = steps.get(place);
            if (step.parts().length > 0) {
                split(executor, step, results);
            } else if (results[place] == null) {
                List<PtNDArray> operands = step.node().op() instanceof Input
                        ? List.of(inputs.next())
                        : Arrays.stream(step.operands())
                                .mapToObj(operand -> results[operand])
                                .toList();
                results[place] = executor.execute(step.node(), operands, step.overwrites());
            }
            for (int unused : step.lastUses()) {
                results[unused].close();
                results[unused] = null;
            }
        }
        return Arrays.stream(outputs).mapToObj(output -> results[output]).toList();
    }

    private void split(OpExecutor executor, Step step, PtNDArray[] results) {
        long[] widths = Arrays.stream(step.parts())
                .mapToLong(part -> steps.get(part).node().shape().channels())
                .toArray();
        List<PtNDArray> parts = executor.split(results[step.operands()[0]], widths);
        for (int i = 0; i < widths.length; i++) {
            results[step.parts()[i]] = parts.get(i);
        }
    }
}
