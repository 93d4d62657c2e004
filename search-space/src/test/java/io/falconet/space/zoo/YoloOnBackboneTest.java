package io.falconet.space.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.block.AnchorFormat;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YoloOnBackboneTest {
    /** DLA-34 gives 512 channels at stride 32, and so many at the others, as YOLOv5s' own backbone does. */
    @Test
    void neckAndHeadAreThoseOfYoloV5s() {
        Network published = ZooModel.named("yolov5s").published().network();
        Network assembled = ZooModel.named("yolov5s-dla34").published().network();
        Predicate<Node> fromPyramidPooling =
                node -> IntStream.rangeClosed(9, 24).anyMatch(row -> node.name().startsWith("model." + row + "."));
        Predicate<Node> notBackbone =
                node -> node.name().startsWith("neck.") || node.name().startsWith("head.");
        assertThat(operators(assembled, notBackbone)).isEqualTo(operators(published, fromPyramidPooling));
    }

    private static List<String> operators(Network network, Predicate<Node> part) {
        return network.nodes().stream()
                .filter(part)
                .map(node -> node.op() + " of " + node.inputShapes())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "yolov5s-shufflenetv2, 4418101, 4406067, 4244796800",
        "yolov5s-mobilenetv3, 6010061, 5994005, 4654384000",
        "yolov5s-ghostnet, 5709537, 5694697, 4038612544",
        "yolov5s-dla34, 18949933, 18937197, 28277350400",
    })
    void detectsAtThreeStridesAndRunsNothingForNothing(String name, long parameters, long fused, long macs) {
        ZooNetwork model = ZooModel.named(name).published();
        AnchorFormat format = (AnchorFormat) model.format().orElseThrow();
        assertThat(format.strides()).containsExactly(8, 16, 32);
        assertThat(model.network().outputShapes())
                .containsExactly(new Shape(255, 80, 80), new Shape(255, 40, 40), new Shape(255, 20, 20));
        assertThat(model.network().live()).isSameAs(model.network());
        assertThat(ZooModel.named(name).source()).startsWith("Falconet's assembly of");
        assertThat(model.complexity()).isEqualTo(new Complexity(parameters, parameters, fused, macs));
    }
}
