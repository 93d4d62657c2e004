package io.falconet.space.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.block.Detector;
import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkText;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import io.falconet.space.testing.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NanoDetTest {
    private static Detector nanoDetM(int input) {
        return ZooModel.named("nanodet-m").detector(Shape.image(input, input), 80);
    }

    @ParameterizedTest
    @CsvSource({"320, 342223200", "416, 578357208", "640, 1368892800"})
    void costsWhatTheAuthorsCodeCosts(int input, long macs) {
        Complexity complexity = Complexity.of(nanoDetM(input).network());
        assertThat(complexity).isEqualTo(new Complexity(959_348, 950_036, 941_818, macs));
    }

    @ParameterizedTest
    @CsvSource({"backbone, 776420, 246127200", "neck, 78240, 31180800", "head, 104688, 64915200"})
    void eachRoleCostsWhatTheAuthorsCodeCosts(String role, long parameters, long macs) {
        Network network = nanoDetM(320).network();
        List<Node> nodes = network.nodes().stream()
                .filter(node -> node.name().startsWith(role + "."))
                .toList();
        assertThat(nodes.stream().mapToLong(Node::parameters).sum()).isEqualTo(parameters);
        assertThat(nodes.stream()
                        .filter(node -> !network.idle().contains(node.name()))
                        .mapToLong(Node::macs)
                        .sum())
                .isEqualTo(macs);
    }

    @ParameterizedTest
    @CsvSource({"320, 450712800, 2125", "416, 762090840, 3598"})
    void plusCostsWhatTheAuthorsCodeCosts(int input, long macs, int cells) {
        ZooNetwork plus = ZooModel.named("nanodet-plus-m").recipe().build(Shape.image(input, input), 80);
        assertThat(plus.complexity()).isEqualTo(new Complexity(4_330_904, 1_197_924, 1_186_346, macs));
        assertThat(plus.outputs()).isEqualTo(OutputShapes.of(1, cells, 112));
        assertThat(plus.format()).contains(new GflFormat(80, 7, List.of(8, 16, 32, 64), GflFormat.CORNER));
    }

    @ParameterizedTest
    @CsvSource({
        "nanodet-m-0.5x, 280368, 271056, 138672000",
        "nanodet-m-1.5x, 2077776, 2065392, 696246400",
        "nanodet-g, 3805656, 3788628, 2090083840",
        "nanodet-t, 1360404, 1331508, 489762400",
        "nanodet-plus-m-1.5x, 7962196, 2477792, 879196800"
    })
    void theFamilyFollowsOneRule(String model, long built, long run, long macs) {
        Complexity complexity = ZooModel.named(model).published().complexity();
        assertThat(List.of(complexity.parameters(), complexity.parametersExecuted(), complexity.macs()))
                .isEqualTo(List.of(built, run, macs));
    }

    @Test
    void standsAsGoldenText() {
        Golden.check("nanodet-m", NetworkText.of(nanoDetM(320).network()));
    }

    @Test
    void plusIsLargerAtThePublishedSecondSize() {
        ZooModel wide = ZooModel.named("nanodet-plus-m-1.5x");
        assertThat(NanoDetClaims.PLUS_M_WIDE_416.truth(wide).flops()).isBetween(2_972_500_000L, 2_973_500_000L);
    }

    @Test
    void givesClassesAndDistancesAtThreeStrides() {
        Detector detector = nanoDetM(320);
        assertThat(detector.format()).isEqualTo(new GflFormat(80, 7, List.of(8, 16, 32)));
        assertThat(detector.network().outputShapes())
                .containsExactly(new Shape(112, 40, 40), new Shape(112, 20, 20), new Shape(112, 10, 10));
    }

    @Test
    void widthsShareOneDesign() {
        Network half = ZooModel.named("nanodet-m-0.5x").published().network();
        Network wide = ZooModel.named("nanodet-m-1.5x").published().network();
        assertThat(half.nodes()).hasSameSizeAs(wide.nodes());
        assertThat(Complexity.of(half).parameters()).isBetween(270_000L, 285_000L);
        assertThat(Complexity.of(wide).parameters()).isBetween(2_050_000L, 2_110_000L);
    }

    @Test
    void unknownModelIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> ZooModel.named("nanodet-x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("nanodet-m", "nanodet-x");
    }
}
