package io.falconet.space.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.block.Detector;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkText;
import io.falconet.space.graph.Shape;
import io.falconet.space.testing.Golden;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThunderNetTest {
    private static ZooNetwork build(String model, int side, int classes) {
        return ZooModel.named(model).recipe().build(Shape.image(side, side), classes);
    }

    @ParameterizedTest
    @CsvSource({
        "thundernet-snet49, 320, 21, 1175481, 267609840",
        "thundernet-snet49-agnostic, 320, 21, 1093481, 251225840",
        "thundernet-snet146, 320, 21, 1901529, 509200960",
        "thundernet-snet146, 240, 21, 1901529, 323421577",
        "thundernet-snet146, 320, 81, 2209029, 570640960",
        "thundernet-snet146-agnostic, 320, 21, 1819529, 492816960",
        "thundernet-snet535, 320, 21, 4688137, 1312598640",
        "thundernet-snet535-agnostic, 320, 21, 4606137, 1296214640",
        "thundernet-snet146-s8, 320, 21, 1934114, 764902960",
        "dla-shufflenetv2-thundernet, 320, 21, 2217094, 903551280"
    })
    void costsWhatThePublishedCodeCosts(String model, int side, int classes, long parameters, long macs) {
        Complexity complexity = build(model, side, classes).complexity();
        assertThat(List.of(complexity.parameters(), complexity.parametersExecuted(), complexity.macs()))
                .isEqualTo(List.of(parameters, parameters, macs));
    }

    @ParameterizedTest
    @CsvSource({"21, 1901529", "81, 2209029"})
    void theDensePartBuildsTheSecondStageAndDoesNotRunIt(int classes, long parameters) {
        assertThat(build("thundernet-snet146-dense-part", 320, classes).complexity())
                .isEqualTo(new Complexity(parameters, 1_542_000, 1_533_220, 437_520_960));
    }

    @Test
    void givesWhatThePublishedCodeGives() {
        assertThat(build("thundernet-snet146", 240, 21).outputs().value())
                .isEqualTo(Map.of(
                        "cem", List.of(1, 245, 15, 15),
                        "rpn_feat", List.of(1, 256, 15, 15),
                        "rpn_cls", List.of(1, 50, 15, 15),
                        "rpn_bbox", List.of(1, 100, 15, 15),
                        "sam", List.of(1, 245, 15, 15),
                        "roi_cls", List.of(200, 21),
                        "roi_bbox", List.of(200, 84)));
        assertThat(build("thundernet-snet146", 320, 21).complexity().parametersFused())
                .isEqualTo(1_892_749);
    }

    @Test
    void aFinerMapCostsMoreAndFourTimesTheCells() {
        Detector fine = ZooModel.named("thundernet-snet49-s8").detector(Shape.image(320, 320), 21);
        assertThat(fine.format().strides()).containsExactly(8);
        assertThat(fine.format().classes()).isEqualTo(20);
        assertThat(fine.network().outputShapes().get(4)).isEqualTo(new Shape(245, 40, 40));
    }

    @Test
    void standsAsGoldenText() {
        Detector detector = ZooModel.named("thundernet-snet49").detector(Shape.image(320, 320), 21);
        Golden.check(
                "thundernet-snet49",
                NetworkText.of(detector.network())
                        + NetworkText.of(detector.format().secondStage().orElseThrow()));
    }

    @Test
    void theSecondStageReadsRegionsInAColumn() {
        Network regions = ZooModel.named("thundernet-snet49")
                .published()
                .format()
                .orElseThrow()
                .secondStage()
                .orElseThrow();
        assertThat(regions.input()).isEqualTo(new Shape(245, 200, 1));
        assertThat(Complexity.of(regions).macs()).isEqualTo(71_680_000);
    }
}
