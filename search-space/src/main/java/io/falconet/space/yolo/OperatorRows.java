package io.falconet.space.yolo;

import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.block.FcosFormat;
import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Input;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.ResizeTo;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes any detector as a layer list, a row an operator; a convolution with the norm and the activation that alone read it
 * is one row. What never runs or is not read is left out: the list builds the network of the same id.
 */
public final class OperatorRows {
    private final Network network;
    private final Map<String, List<Node>> readers = new HashMap<>();
    private final Set<String> owners = new HashSet<>();
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final List<YoloRow> rows = new ArrayList<>();
    private final List<Shape> areas = new ArrayList<>();
    private final List<String> scopes = new ArrayList<>();

    private OperatorRows(Network network) {
        this.network = network;
        for (Node node : network.nodes()) {
            if (!node.ownsWeights()) {
                owners.add(node.owner());
            }
            for (String read : node.inputs()) {
                readers.computeIfAbsent(read, name -> new ArrayList<>()).add(node);
            }
        }
        network.outputs().forEach(output -> readers.computeIfAbsent(output, name -> new ArrayList<>())
                .add(network.nodes().get(0)));
    }

    /**
     * The list.
     *
     * @throws IllegalArgumentException if the network does what rows cannot say
     */
    public static YoloSpec of(Detector detector) {
        Network network = detector.network().live();
        OperatorRows writer = new OperatorRows(network);
        DetectionFormat format = detector.format();
        boolean detect = format instanceof AnchorFormat anchors && writer.endsInDetect(anchors);
        for (Node node : network.nodes()) {
            if (!detect || !network.outputs().contains(node.name())) {
                writer.append(node);
            }
        }
        return writer.spec(format, detect);
    }

    /** Whether the outputs are what YOLOv5's Detect computes: a 1x1 convolution with bias on each level. */
    private boolean endsInDetect(AnchorFormat format) {
        boolean squared = format.sides() == AnchorFormat.Sides.SQUARED
                && format.levels().stream().allMatch(level -> level.reach() == 2);
        return squared
                && network.outputNodes().stream()
                        .allMatch(node -> node.op()
                                        .equals(Conv.pointwiseWithBias(
                                                node.shape().channels()))
                                && readers.get(node.name()).size() == 1
                                && alone(node));
    }

    private void append(Node node) {
        if (node.op() instanceof Input || rowOf.containsKey(node.name())) {
            return;
        }
        List<Node> unit = unit(node);
        List<Object> args = new ArrayList<>(node.accept(new OperatorArguments()));
        String module = args.remove(0).toString();
        if (unit.size() > 1) {
            module = "ConvNorm";
            args = convNorm((Conv) node.op(), unit);
        }
        List<Integer> from =
                new ArrayList<>(node.inputs().stream().map(this::from).toList());
        if (node.op() instanceof ResizeTo) {
            from.add(like(node));
        }
        unit.forEach(member -> rowOf.put(member.name(), rows.size()));
        YoloRow row = new YoloRow(from, 1, module, args);
        rows.add(node.ownsWeights() ? row : row.sharing(rowOf.get(node.owner())));
        areas.add(unit.get(unit.size() - 1).shape());
        scopes.add(node.name().replaceFirst("\\.?[^.]*$", ""));
    }

    /** The last row whose map has the area to which the node resizes. */
    private int like(Node node) {
        for (int i = areas.size() - 1; i >= 0; i--) {
            if (areas.get(i).sameArea(node.shape())) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                "A layer list resizes to the area of a row before, found %s, which resizes to %s. Maybe export it as onnx."
                        .formatted(node.name(), node.shape()));
    }

    /** Convolution, norm and activation where each alone reads the one before; any other node stands alone. */
    private List<Node> unit(Node node) {
        List<Node> unit = new ArrayList<>(List.of(node));
        if (node.op() instanceof Conv conv && !conv.bias() && alone(node)) {
            onlyReader(node)
                    .filter(norm -> norm.op() instanceof BatchNorm && alone(norm))
                    .ifPresent(norm -> {
                        unit.add(norm);
                        onlyReader(norm)
                                .filter(act -> act.op() instanceof Activate)
                                .ifPresent(unit::add);
                    });
        }
        return unit;
    }

    /** Whether no other node has the same weights. */
    private boolean alone(Node node) {
        return node.ownsWeights() && !owners.contains(node.name());
    }

    private Optional<Node> onlyReader(Node node) {
        List<Node> all = readers.getOrDefault(node.name(), List.of());
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private static List<Object> convNorm(Conv conv, List<Node> unit) {
        BatchNorm norm = (BatchNorm) unit.get(1).op();
        String activation = unit.size() < 3
                ? YoloRow.NONE
                : TorchActivations.text(((Activate) unit.get(2).op()).function());
        List<Object> args = new ArrayList<>(
                List.of(conv.channels(), conv.kernel(), conv.stride(), conv.padding(), conv.groups(), activation));
        if (!norm.equals(BatchNorm.STANDARD)) {
            args.add(norm.epsilon());
            args.add(norm.momentum());
        }
        return args;
    }

    private int from(String name) {
        Integer row = rowOf.get(name);
        if (row != null) {
            return row == rows.size() - 1 ? -1 : row;
        }
        if (!rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "Only the first row of a layer list reads the image, found another. Maybe export it as onnx.");
        }
        return -1;
    }

    private YoloSpec spec(DetectionFormat format, boolean detect) {
        List<YoloRow> head = new ArrayList<>(rows.subList(backbone(), rows.size()));
        YoloAnchors anchors = YoloAnchors.count(1);
        if (detect && format instanceof AnchorFormat boxes) {
            anchors = YoloAnchors.of(boxes.levels().stream()
                    .map(level -> level.anchors().stream()
                            .flatMap(anchor -> Stream.of(anchor.width(), anchor.height()))
                            .toList())
                    .toList());
            head.add(YoloRow.detect(levels(node -> node.inputs().get(0))));
        } else if (format instanceof GflFormat gfl) {
            head.add(new GflLevels(gfl.regMax(), gfl.prior()).row(List.of(levels(Node::name))));
        } else if (format instanceof FcosFormat) {
            head.add(new FcosLevels().row(List.of(levels(Node::name))));
        } else {
            throw new IllegalArgumentException(
                    "A layer list ends in boxes of anchors or in distances, found %s. Maybe export it as onnx."
                            .formatted(format.getClass().getSimpleName()));
        }
        YoloDialect dialect = YoloDialect.OPERATORS;
        List<YoloRow> backbone = rows.subList(0, backbone());
        return new YoloSpec(dialect, format.classes(), 1, 1, anchors, dialect.activation(), backbone, head);
    }

    /** How many rows come before the first that is not of the backbone; all where none is called so. */
    private int backbone() {
        int count = 0;
        while (count < scopes.size() && scopes.get(count).startsWith("backbone")) {
            count++;
        }
        return count == 0 ? rows.size() : count;
    }

    private Integer[] levels(Function<Node, String> read) {
        return network.outputNodes().stream().map(read).map(rowOf::get).toArray(Integer[]::new);
    }
}
