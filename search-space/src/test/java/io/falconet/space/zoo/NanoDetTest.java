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
        assertThat(complexity).isEqualTo(new Complexity(950_036, 950_036, 941_818, macs));
    }

    @ParameterizedTest
    @CsvSource({"backbone, 776420, 246127200", "neck, 78240, 31180800", "head, 95376, 64915200"})
    void eachRoleCostsWhatTheAuthorsCodeCosts(String role, long parameters, long macs) {
        List<Node> nodes = nanoDetM(320).network().nodes().stream()
                .filter(node -> node.name().startsWith(role + "."))
                .toList();
        assertThat(nodes.stream().mapToLong(Node::parameters).sum()).isEqualTo(parameters);
        assertThat(nodes.stream().mapToLong(Node::macs).sum()).isEqualTo(macs);
    }

    @Test
    void standsAsGoldenText() {
        Golden.check("nanodet-m", NetworkText.of(nanoDetM(320).network()));
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
