package io.falconet.space.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Shape;
import io.falconet.space.testing.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each block of the catalog costs, to the last weight, what its authors' code costs, and gives maps of the same shapes. */
class ReferenceBlocksTest {
    /** Reads a distance off its distribution: a part of the decoding, which has no weights and is no network. */
    private static final String DECODING = "Integral";

    @TestFactory
    Stream<DynamicTest> blocksCostWhatTheirAuthorsCodeCosts() throws IOException {
        return Reference.entries("blocks.json", "blocks").stream()
                .filter(entry -> !entry.get("block").asText().equals(DECODING))
                .map(entry ->
                        dynamicTest("%s of %s".formatted(call(entry), entry.get("in_shapes")), () -> check(entry)));
    }

    private static void check(JsonNode entry) {
        CatalogEntry found = Catalog.entry(call(entry)).orElseThrow();
        List<Shape> inputs = new ArrayList<>();
        entry.get("in_shapes").forEach(shape -> inputs.add(Reference.shape(shape)));
        NetworkBuilder network = NetworkBuilder.of(inputs, BatchNorm.STANDARD);
        Network built = network.build(found.part().append(network, network.inputs()));
        Complexity complexity = Complexity.of(built);
        int batch = entry.get("in_shapes").get(0).get(0).asInt();
        assertThat(complexity.parameters())
                .as("parameters")
                .isEqualTo(entry.get("params").asLong());
        assertThat(complexity.parametersExecuted())
                .as("executed")
                .isEqualTo(entry.get("params_executed").asLong());
        assertThat(batch * complexity.macs())
                .as("multiply-accumulates")
                .isEqualTo(entry.get("macs").asLong());
        assertThat(shapes(built.outputShapes(), entry.get("out_shapes"), batch))
                .as("outputs")
                .isEqualTo(tensors(entry.get("out_shapes")));
    }

    /** The authors' tensors in the order in which they are returned, however nested. */
    private static List<JsonNode> tensors(JsonNode shapes) {
        if (shapes.get(0).isInt()) {
            return List.of(shapes);
        }
        List<JsonNode> tensors = new ArrayList<>();
        shapes.forEach(part -> tensors.addAll(tensors(part)));
        return tensors;
    }

    /** The maps in the authors' form: as they are, as rows of a dense layer, or with all levels' cells in a row. */
    private static List<JsonNode> shapes(List<Shape> maps, JsonNode expected, int batch) {
        return switch (tensors(expected).get(0).size()) {
            case 2 ->
                maps.stream()
                        .map(map -> Reference.json(List.of(batch, Math.toIntExact(map.elements()))))
                        .toList();
            case 3 -> {
                int cells = maps.stream()
                        .mapToInt(map -> map.height() * map.width())
                        .sum();
                yield List.of(Reference.json(List.of(batch, cells, maps.get(0).channels())));
            }
            default ->
                maps.stream()
                        .map(map -> Reference.json(List.of(batch, map.channels(), map.height(), map.width())))
                        .toList();
        };
    }

    @SuppressWarnings("unchecked")
    private static AuthorsCall call(JsonNode entry) {
        return new AuthorsCall(
                entry.get("variant").asText(),
                entry.get("block").asText(),
                (List<Object>) Reference.plain(entry.get("args")),
                (Map<String, Object>) Reference.plain(entry.get("kwargs")));
    }
}
