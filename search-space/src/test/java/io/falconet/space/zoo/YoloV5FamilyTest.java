package io.falconet.space.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.falconet.space.block.AnchorFormat;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.NetworkText;
import io.falconet.space.testing.Golden;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reference figures of whole models do not hold: counts given elsewhere, claims, anchors, structure. */
class YoloV5FamilyTest {
    /** Figures of runs of the authors' code that have no entry in the file. */
    @ParameterizedTest
    @CsvSource({
        "yolov5s, 7235389, 7235389, 16433561600",
        "yolov5s-c3ghost-all, 5109925, 5109925, 11077632000",
        "yolov5n-c3ghost-backbone, 1584985, 1584985, 3640652800",
        "yolov5n-c3ghost-all, 1346897, 1346897, 3159859200",
        "yolov5n-ghost, 1049217, 1049217, 2589900800",
        "gsconv-yolov5n, 1764317, 1764317, 4331622400",
        "slimneck-yolov5s, 7323133, 6400381, 15079424000",
        "snc-yolov5n, 1809269, 1578293, 3956608000",
        "snc-yolov5s, 6961133, 6038381, 14335744000",
        "slimneck-yolov5s@aded277, 7062957, 6140205, 14543616000"
    })
    void modelsCostWhatRunsOfTheirAuthorsCodeGave(String name, long parameters, long executed, long flops) {
        Complexity complexity = ZooModel.named(name).published().complexity();
        assertThat(complexity.parameters()).isEqualTo(parameters);
        assertThat(complexity.parametersExecuted()).isEqualTo(executed);
        assertThat(complexity.flops()).isEqualTo(flops);
    }

    @Test
    void theHeadOfTwoLevelsCostsWhatARunOfItsAuthorsCodeGave() {
        assertThat(ZooModel.named("yolov5n-p34").published().complexity().parameters())
                .isEqualTo(1_362_462);
    }

    @TestFactory
    Stream<DynamicTest> verdictsQuoteTheModelsOwnFigures() {
        return ZooModel.all().stream()
                .filter(model -> model.recipe() instanceof YoloRecipe)
                .flatMap(model -> model.claims().stream()
                        .map(claim -> dynamicTest(model.name() + " " + claim, () -> checkVerdict(model, claim))));
    }

    private static void checkVerdict(ZooModel model, Claim claim) {
        List<String> figures = figures(model);
        List<String> quoted = Pattern.compile("\\d+\\.\\d[MG]")
                .matcher(claim.verdict())
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(figures).containsAll(quoted);
        if (claim.verdict().startsWith("fits, ")) {
            assertThat(figures).containsExactly(claim.parameters(), claim.operations());
        }
    }

    /** Parameters and operations as tables print them. */
    private static List<String> figures(ZooModel model) {
        Complexity complexity = model.published().complexity();
        return List.of("%.1fM".formatted(complexity.parameters() / 1e6), "%.1fG".formatted(complexity.flops() / 1e9));
    }

    /** What the verdicts on these claims say of the table's counter. */
    @ParameterizedTest
    @CsvSource({"n, 4.5G", "s, 16.5G", "m, 49.0G", "l, 109.1G", "x, 205.7G"})
    void theAuthorsTableCountsBatchNormsToo(String size, String operations) {
        ZooModel model = ZooModel.named("yolov5" + size);
        ZooNetwork built = model.published();
        long normed = built.network().nodes().stream()
                .filter(node -> node.op() instanceof BatchNorm)
                .mapToLong(node -> node.shape().elements())
                .sum();
        assertThat(model.claims().get(0).operations()).isEqualTo(operations);
        assertThat("%.1fG".formatted(2 * (built.complexity().macs() + normed) / 1e9))
                .isEqualTo(operations);
    }

    @Test
    void yolov5nStandsAsGoldenText() {
        Golden.check(
                "yolov5n", NetworkText.of(ZooModel.named("yolov5n").published().network()));
    }

    @Test
    void anchorsComeInPixelsFinestFirst() {
        AnchorFormat format = (AnchorFormat)
                ZooModel.named("yolov5n-fpn").published().format().orElseThrow();
        assertThat(format.strides()).containsExactly(8, 16, 32);
        assertThat(format.levels().get(0).anchors()).startsWith(new AnchorFormat.Anchor(10, 13));
        assertThat(format.sides()).isEqualTo(AnchorFormat.Sides.SQUARED);
    }

    @Test
    void headsWithoutPublishedAnchorsStartFromSquaresOfTheirStrides() {
        AnchorFormat format =
                (AnchorFormat) ZooModel.named("yolov5n-p2").published().format().orElseThrow();
        assertThat(format.strides()).containsExactly(4, 8, 16, 32);
        assertThat(format.levels().get(0).anchors())
                .extracting(AnchorFormat.Anchor::width)
                .containsExactly(4.0, 8.0, 16.0);
    }
}
