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
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NanoDetBlocksTest {
    private static final String VARIANT = "nanodet";
    /** Reads a distance off its distribution: no network. */
    private static final String DECODING = "Integral";

    @TestFactory
    Stream<DynamicTest> blocksCostWhatTheAuthorsCodeCosts() {
        return FamilyReference.blocks(VARIANT).stream()
                .filter(entry -> !entry.get("block").asText().equals(DECODING))
                .map(entry -> dynamicTest(
                        entry.get("block").asText() + entry.get("args") + entry.get("in_shapes"), () -> check(entry)));
    }

    private static void check(JsonNode entry) {
        Network network = FamilyReference.build(entry, FamilyReference.shapes(entry.get("in_shapes")));
        FamilyReference.checkCounts(entry, network);
        List<Shape> maps = network.outputShapes();
        JsonNode shape = entry.get("out_shapes");
        if (shape.get(0).isArray()) {
            assertThat(maps).isEqualTo(FamilyReference.shapes(shape));
        } else if (shape.size() == 3) {
            int cells =
                    maps.stream().mapToInt(map -> map.height() * map.width()).sum();
            assertThat(List.of(cells, maps.get(0).channels()))
                    .isEqualTo(List.of(shape.get(1).asInt(), shape.get(2).asInt()));
        } else {
            assertThat(maps).containsExactly(FamilyReference.shape(shape));
        }
    }

    @TestFactory
    Stream<DynamicTest> tensorsAreFoundUnderTheAuthorsNames() {
        return FamilyReference.vectors(VARIANT).stream()
                .filter(vector ->
                        !vector.get("constructor").get("block").asText().equals(DECODING))
                .map(vector -> dynamicTest(vector.get("name").asText(), () -> checkTensors(vector)));
    }

    private static void checkTensors(JsonNode vector) {
        JsonNode call = vector.get("constructor");
        Network network = FamilyReference.build(call, FamilyReference.inputs(vector));
        FamilyReference.checkTensors(
                vector, network, FamilyReference.entry(call).names());
    }

    @ParameterizedTest
    @CsvSource({"m_nanodet-m, nanodet-m", "m_nanodet-m-0.5x, nanodet-m-0.5x"})
    void modelsHaveTheAuthorsTensors(String vector, String model) {
        Network network =
                ZooModel.named(model).recipe().build(Shape.image(64, 64), 80).network();
        FamilyReference.checkTensors(FamilyReference.vector(vector), network, NanoDetNames.MODEL);
    }
}
