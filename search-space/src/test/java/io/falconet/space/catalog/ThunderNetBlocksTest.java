package io.falconet.space.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Shape;
import io.falconet.space.zoo.ZooModel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThunderNetBlocksTest {
    private static final String VARIANT = "thundernet";
    /** Reads a batch of regions; checked apart. */
    private static final String HEAD = "PSRoIHead";

    @TestFactory
    Stream<DynamicTest> blocksCostWhatTheAuthorsCodeCosts() {
        return FamilyReference.blocks(VARIANT).stream()
                .filter(entry -> !entry.get("block").asText().equals(HEAD))
                .map(entry -> dynamicTest(
                        entry.get("block").asText() + entry.get("args") + entry.get("in_shapes"), () -> check(entry)));
    }

    private static void check(JsonNode entry) {
        Network network = FamilyReference.build(entry, FamilyReference.shapes(entry.get("in_shapes")));
        FamilyReference.checkCounts(entry, network);
        assertThat(network.outputShapes()).containsExactly(FamilyReference.shape(entry.get("out_shapes")));
    }

    @Test
    void theHeadReadsRegionsInAColumnOrOneAsAMap() {
        JsonNode entry = FamilyReference.blocks(VARIANT).stream()
                .filter(block -> block.get("block").asText().equals(HEAD))
                .findFirst()
                .orElseThrow();
        Network column = FamilyReference.build(entry, List.of(new Shape(245, 200, 1)));
        FamilyReference.checkCounts(entry, column);
        assertThat(column.outputShapes()).containsExactly(new Shape(21, 200, 1), new Shape(84, 200, 1));
        Network single = FamilyReference.build(entry, List.of(new Shape(5, 7, 7)));
        assertThat(single.outputShapes()).containsExactly(new Shape(21, 1, 1), new Shape(84, 1, 1));
        assertThat(200 * macs(single)).isEqualTo(macs(column));
    }

    private static long macs(Network network) {
        return network.nodes().stream().mapToLong(node -> node.macs()).sum();
    }

    @TestFactory
    Stream<DynamicTest> tensorsAreCalledAsTheAuthorsCallThem() {
        return FamilyReference.vectors(VARIANT).stream()
                .map(vector -> dynamicTest(vector.get("name").asText(), () -> checkTensors(vector)));
    }

    private static void checkTensors(JsonNode vector) {
        Network network = FamilyReference.build(vector.get("constructor"), FamilyReference.inputs(vector));
        FamilyReference.checkTensors(vector, network, AuthorsNames.SAME);
    }

    @ParameterizedTest
    @CsvSource({
        "m_thundernet_snet146_s16, thundernet-snet146-dense-part",
        "m_thundernet_snet146_s8, thundernet-snet146-s8-dense-part"
    })
    void modelsHaveTheAuthorsTensors(String vector, String model) {
        Network network =
                ZooModel.named(model).recipe().build(Shape.image(96, 96), 21).network();
        FamilyReference.checkTensors(FamilyReference.vector(vector), network, AuthorsNames.SAME);
    }
}
