package io.falconet.space.space;

import io.falconet.space.block.Detector;
import io.falconet.space.zoo.ZooModel;
import java.util.List;
import java.util.stream.IntStream;

/** The published detectors as a space: which model, at which input size. */
final class ZooSpace implements SearchSpace {
    private final List<Choice> choices = List.of(
            new Choice("model", ZooModel.all().stream().map(ZooModel::name).toList()),
            Choice.of("input", IntStream.rangeClosed(4, 20).map(i -> 32 * i).toArray()));

    @Override
    public String name() {
        return "zoo";
    }

    @Override
    public List<Choice> choices() {
        return choices;
    }

    @Override
    public Detector detector(Architecture architecture, int classes) {
        options(architecture);
        return ZooModel.named(architecture.decision("model")).recipe().detector(architecture.number("input"), classes);
    }
}
