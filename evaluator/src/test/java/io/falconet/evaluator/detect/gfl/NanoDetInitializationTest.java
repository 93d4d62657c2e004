package io.falconet.evaluator.detect.gfl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.detect.Start;
import io.falconet.evaluator.detect.family.DetectorFamilies;
import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import io.falconet.space.zoo.ZooModel;
import io.falconet.space.zoo.ZooNetwork;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class NanoDetInitializationTest {
    private static final int CLASSES = 6;
    private static final Detector NANODET = nanoDet();
    private static final Weights EVEN = Weights.initial(NANODET.network(), 1);

    private static Detector nanoDet() {
        ZooNetwork built = ZooModel.named("nanodet-m").recipe().build(Shape.image(64, 64), CLASSES);
        return new Detector(built.network(), built.format().orElseThrow());
    }

    @Test
    void kernelsAreAsLargeAsTheAuthorsOfTheirPartMakeThem() {
        Weights started = DetectorFamilies.of(NANODET).initial(EVEN, Start.AUTHORS);
        for (Node node : NANODET.network().nodes()) {
            if (node.op() instanceof Conv conv && node.weights().get(0).size() > 1000) {
                List<Integer> dimensions = node.weights().get(0).dimensions();
                double read = dimensions.get(1);
                double wanted =
                        switch (node.name().split("\\.")[0]) {
                            case "backbone" -> 1 / read;
                            case "neck" -> Math.sqrt(2 / (read + conv.channels()));
                            default -> 0.01;
                        };
                assertThat(deviation(started.tensor(node, node.weights().get(0))))
                        .as(node.name())
                        .isCloseTo(wanted, Percentage.withPercentage(10));
            }
        }
    }

    @Test
    void anEvenStartPreparesTheOutputsAlone() {
        Weights started = DetectorFamilies.of(NANODET).initial(EVEN, Start.EVEN);
        for (Node node : NANODET.network().nodes()) {
            boolean output = NANODET.network().outputNodes().contains(node);
            if (node.op() instanceof Conv && !output) {
                assertThat(started.tensor(node, node.weights().get(0)))
                        .isSameAs(EVEN.tensor(node, node.weights().get(0)));
            }
        }
    }

    @Test
    void bothWaysStartWithAScoreOfOnePercent() {
        for (Start start : Start.values()) {
            Weights started = DetectorFamilies.of(NANODET).initial(EVEN, start);
            for (Node output : NANODET.network().outputNodes()) {
                assertThat(QualityFocal.sigmoid(
                                started.tensor(output.name() + ".bias").values()[CLASSES - 1]))
                        .isCloseTo(0.01f, within(1e-6f));
                assertThat(deviation(started.tensor(output.name() + ".weight")))
                        .isCloseTo(0.01, Percentage.withPercentage(10));
            }
        }
    }

    private static double deviation(Tensor tensor) {
        double squares = 0;
        for (float value : tensor.values()) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares / tensor.values().length);
    }
}
