package io.falconet.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.graph.Weight;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingSizeTest {
    @ParameterizedTest
    @CsvSource({"320, 1, 320", "320, 0.5, 160", "320, 0.7, 224", "320, 0.01, 32", "320, 0.99, 320", "416, 0.5, 224"})
    void aSideIsAWholeNumberOfTheCoarsestCells(int own, double pixels, int side) {
        Detector full = detector("zoo:model=nanodet-m,input=" + own);
        assertThat(TrainingSize.side(full, pixels)).isEqualTo(side);
    }

    @ParameterizedTest
    @ValueSource(strings = {"small-objects", "catalog", "zoo"})
    void aNetworkHasTheSameTensorsAtEachSize(String name) {
        SearchSpace space = SearchSpaces.named(name);
        Random random = new Random(1);
        for (int drawn = 0; drawn < 20; drawn++) {
            Architecture architecture = space.draw(random);
            Detector full;
            try {
                full = space.detector(architecture, 2);
            } catch (ShapeException unfit) {
                continue;
            }
            for (double pixels : List.of(0.25, 0.5, 0.8)) {
                Detector trained = TrainingSize.of(architecture, full, pixels).trained();
                assertThat(tensors(trained.network()))
                        .as("%s at %s", architecture, pixels)
                        .isEqualTo(tensors(full.network()));
                assertThat(trained.format().strides()).isEqualTo(full.format().strides());
            }
        }
    }

    private static Map<String, List<Weight>> tensors(Network network) {
        return network.nodes().stream().collect(Collectors.toMap(Node::name, Node::weights));
    }

    @Test
    void anchorsShrinkAndGrowWithTheImages() {
        String text = "zoo:model=yolov5n,input=128";
        Detector full = detector(text);

        TrainingSize size = TrainingSize.of(Architecture.parse(text), full, 0.5);

        assertThat(size.trained().network().input().width()).isEqualTo(64);
        assertThat(firstAnchor(size.trained())).isEqualTo(new AnchorFormat.Anchor(5, 6.5));
        assertThat(size.atFullSize(size.trained())).isEqualTo(full);
    }

    private static Detector detector(String text) {
        Architecture architecture = Architecture.parse(text);
        return SearchSpaces.named(architecture.space()).detector(architecture, 2);
    }

    private static AnchorFormat.Anchor firstAnchor(Detector detector) {
        return ((AnchorFormat) detector.format()).levels().get(0).anchors().get(0);
    }
}
