package io.falconet.space.yolo;

import io.falconet.space.block.Detector;
import io.falconet.space.block.Head;
import io.falconet.space.block.yolo.AnchorHead;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import io.falconet.space.graph.ShapeException;
import java.util.ArrayList;
import java.util.List;

/** Builds the network of a layer list, row after row. */
final class YoloAssembly {
    private final YoloSpec spec;
    private final Shape image;
    private final NetworkBuilder network;
    private final List<Node> maps = new ArrayList<>();

    YoloAssembly(YoloSpec spec, Shape image) {
        this.spec = spec;
        this.image = image;
        this.network = NetworkBuilder.of(image, spec.dialect().norm());
    }

    Detector detector() {
        List<YoloRow> rows = spec.rows();
        int last = rows.size() - 1;
        for (int i = 0; i < last; i++) {
            maps.add(append(rows.get(i), i));
        }
        try {
            return detect(read(rows.get(last), last), last);
        } catch (ShapeException | YoloSpecException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new YoloSpecException(last, e.getMessage());
        }
    }

    private Node append(YoloRow row, int index) {
        try {
            YoloModule module = spec.dialect().modules().module(row.module());
            return module.append(owning(row, index), read(row, index), new ModuleArguments(spec, row.alone()));
        } catch (ShapeException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new YoloSpecException(index, e.getMessage());
        }
    }

    private Detector detect(List<Node> levels, int index) {
        YoloRow row = spec.rows().get(index);
        if (!row.module().equals(YoloRow.DETECT)) {
            ModuleArguments arguments = new ModuleArguments(spec, row);
            Head head = row.module().equals(YoloRow.GFL_DETECT) ? GflLevels.of(arguments) : new FcosLevels();
            return Detector.of(network, head.append(network, levels, spec.classes()), head, spec.classes());
        }
        List<Integer> strides = levels.stream()
                .map(level -> Detector.stride(image, level.shape()))
                .toList();
        AnchorHead head = spec.anchors().head(strides);
        List<Node> predictions = head.append(scope(index), levels, spec.classes());
        return new Detector(network.build(predictions), head.format(spec.classes(), strides));
    }

    private List<Node> read(YoloRow row, int index) {
        return row.from().stream()
                .map(from -> YoloRow.absolute(from, index))
                .map(from -> from < 0 ? network.input() : maps.get(from))
                .toList();
    }

    private NetworkBuilder owning(YoloRow row, int index) {
        NetworkBuilder scope = scope(index);
        return row.sharing()
                .map(owner -> {
                    if (owner >= index) {
                        throw new IllegalArgumentException(
                                "Row %d is expected to use the weights of a row before it, found %d."
                                        .formatted(index, owner));
                    }
                    return scope.sharing(scope(owner));
                })
                .orElse(scope);
    }

    private NetworkBuilder scope(int index) {
        return network.scope("model").scope(Integer.toString(index));
    }
}
