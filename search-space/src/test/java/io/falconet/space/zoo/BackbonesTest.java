package io.falconet.space.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.NetworkText;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import io.falconet.space.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The classifiers and backbones of the zoo cost what their authors' code costs. */
class BackbonesTest {
    @ParameterizedTest
    @CsvSource({
        "shufflenetv2-1.0x, 2278760, 2270670, 145814296",
        "ghostnet-0.5, 2587292, 2581800, 42328152",
        "ghostnet-1.0, 5182508, 5171524, 141150512",
        "ghostnet-1.3, 7358820, 7344552, 227003256",
        "mobilenetv3-small-1.0, 2542856, 2536800, 56510400",
        "mobilenetv3-large-1.0, 5483032, 5470832, 216589760",
        "dla34, 15783832, 15775704, 3072888832",
        "dla46_c, 1309848, 1305688, 575875072",
        "dla60, 22334104, 22312280, 4312948736",
    })
    void classifiersCostWhatTheAuthorsCodeCosts(String name, long parameters, long fused, long macs) {
        ZooNetwork model = ZooModel.named(name).published();
        assertThat(model.complexity()).isEqualTo(new Complexity(parameters, parameters, fused, macs));
        assertThat(model.outputs()).isEqualTo(OutputShapes.of(1, 1000));
    }

    @ParameterizedTest
    @CsvSource({
        "shufflenetv2-1.0x-features, 320, 777576, 777576, 770510, 247976800",
        "shufflenetv2-1.0x-features, 416, 777576, 777576, 770510, 419080792",
        "dla34-features, 320, 15783832, 15270832, 15262704, 6270156800",
    })
    void backbonesCostWhatTheAuthorsCodeCosts(
            String name, int side, long parameters, long executed, long fused, long macs) {
        ZooNetwork model = ZooModel.named(name).recipe().build(Shape.image(side, side), 0);
        assertThat(model.complexity()).isEqualTo(new Complexity(parameters, executed, fused, macs));
    }

    /** The claims tell where the authors print something else. */
    @ParameterizedTest
    @CsvSource({
        "mobilenetv3-small-0.75, 2041872, 43399344",
        "mobilenetv3-large-0.75, 3993528, 154560624",
        "shufflenetv2-0.5x, 1365792, 40476448",
        "shufflenetv2-1.5x, 3506720, 298970656",
        "shufflenetv2-2.0x, 7402600, 590783000",
    })
    void otherWidthsFollowFromTheFamiliesRules(String name, long parameters, long macs) {
        Complexity complexity = ZooModel.named(name).published().complexity();
        assertThat(complexity.parameters()).isEqualTo(parameters);
        assertThat(complexity.macs()).isEqualTo(macs);
    }

    @ParameterizedTest
    @CsvSource({
        "dla34, 15742104",
        "dla46_c, 1301400",
        "dla46x_c, 1068440",
        "dla60x_c, 1319832",
        "dla60, 22036632",
        "dla60x, 17352344",
        "dla102, 33268888",
    })
    void projectionsThatRunForNothingAreNotInUse(String name, long used) {
        ZooNetwork model = ZooModel.named(name).published();
        assertThat(Complexity.of(model.network().live()).parameters()).isEqualTo(used);
        assertThat(model.complexity().parametersExecuted()).isGreaterThan(used);
    }

    @Test
    void dlaGivesSixMapsAndNeverRunsItsLastLayer() {
        ZooNetwork model = ZooModel.named("dla34-features").published();
        assertThat(model.network().outputShapes()).extracting(Shape::height).containsExactly(320, 160, 80, 40, 20, 10);
        assertThat(model.network().idle()).containsExactlyInAnyOrder("avgpool", "fc");
    }

    /** 19 channels of a fixed 4x4 kernel are no parameters, but they are multiplied. */
    @Test
    void aSegmenterEndsInAnInterpolationThatIsNotLearned() {
        ZooNetwork model = ZooModel.named("dlaseg-dla34").recipe().build(Shape.image(64, 128), 19);
        assertThat(model.outputs().value()).isEqualTo(List.of(List.of(1, 19, 64, 128), List.of(1, 19, 32, 64)));
        Node up = model.network().node("up");
        assertThat(up.parameters()).isZero();
        assertThat(up.macs()).isEqualTo(19L * 32 * 64 * 16);
    }

    @ParameterizedTest
    @CsvSource({"shufflenetv2-0.5x-features, 0", "dla46_c-features, 0", "ghostnet-0.5, 10", "mobilenetv3-small-0.75, 10"
    })
    void standsAsGoldenText(String name, int classes) {
        Golden.check(
                name,
                NetworkText.of(ZooModel.named(name)
                        .recipe()
                        .build(Shape.image(64, 64), classes)
                        .network()));
    }
}
