package io.falconet.space.space;

import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.Shape;
import io.falconet.space.zoo.ZooModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The published detectors that Falconet trains, as a space: which model, at which input size. */
final class ZooSpace implements SearchSpace {
    private static final int LARGEST_INPUT = 640;

    private final List<Choice> choices = List.of(
            new Choice("model", trained()),
            Choice.of(
                    "input",
                    IntStream.rangeClosed(4, LARGEST_INPUT / 32)
                            .map(i -> 32 * i)
                            .toArray()));

    private static List<String> trained() {
        return ZooModel.all().stream()
                .filter(model -> model.task() == ZooModel.Task.DETECTION)
                .filter(model -> model.image().height() <= LARGEST_INPUT)
                .filter(model -> learns(model.published().format().orElseThrow()))
                .map(ZooModel::name)
                .toList();
    }

    /** Whether the evaluator has the family's loss. */
    private static boolean learns(DetectionFormat format) {
        return format instanceof GflFormat || format instanceof AnchorFormat;
    }

    @Override
    public String name() {
        return "zoo";
    }

    @Override
    public List<Choice> choices() {
        return choices;
    }

    /** Each model at the size that it was published for. */
    @Override
    public Map<String, Architecture> seeds() {
        Map<String, Architecture> seeds = new LinkedHashMap<>();
        for (String model : choices.get(0).options()) {
            int side = ZooModel.named(model).image().height();
            seeds.put(model, Architecture.parse("zoo:model=%s,input=%d".formatted(model, side)));
        }
        return seeds;
    }

    @Override
    public Detector detector(Architecture architecture, int classes) {
        options(architecture);
        return detector(architecture, architecture.number("input"), classes);
    }

    @Override
    public Detector detector(Architecture architecture, int side, int classes) {
        return ZooModel.named(architecture.decision("model")).detector(Shape.image(side, side), classes);
    }
}
