package io.falconet.space.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;
import io.falconet.space.graph.Shape;
import io.falconet.space.graph.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each block of the catalog costs, to the last weight, what its authors' code costs, and gives maps of the same shape. */
class ReferenceBlocksTest {
    private static final Path COUNTS = Path.of("..", "..", "shared", "reference", "blocks.json");

    @TestFactory
    Stream<DynamicTest> blocksCostWhatTheirAuthorsCodeCosts() throws IOException {
        assumeTrue(Files.exists(COUNTS), "The reference counts are not there: " + COUNTS);
        List<ReferenceBlock> blocks = new ArrayList<>();
        for (JsonNode entry : new ObjectMapper().readTree(COUNTS.toFile()).get("blocks")) {
            ReferenceBlock.of(entry).ifPresent(blocks::add);
        }
        assertThat(blocks).as("reference blocks that the catalog has").hasSizeGreaterThanOrEqualTo(80);
        return blocks.stream().map(block -> dynamicTest(block.toString(), () -> check(block)));
    }

    private static void check(ReferenceBlock block) {
        List<Shape> maps = block.inputs();
        NetworkBuilder network = NetworkBuilder.of(source(maps));
        List<Node> outputs = block.recipe().append(network.scope("block"), inputs(network, maps));
        Complexity complexity = Complexity.of(network.build(outputs));
        assertThat(complexity.parametersExecuted()).as("parameters").isEqualTo(block.parameters());
        assertThat(complexity.macs()).as("multiply-accumulates").isEqualTo(block.macs());
        block.output()
                .ifPresent(shape -> assertThat(outputs).extracting(Node::shape).containsExactly(shape));
    }

    /** An image out of which all inputs can be cut for free. */
    private static Shape source(List<Shape> maps) {
        int channels = maps.stream().mapToInt(Shape::channels).max().orElseThrow();
        return maps.get(0).withChannels(channels);
    }

    private static List<Node> inputs(NetworkBuilder network, List<Shape> maps) {
        List<Node> inputs = new ArrayList<>();
        for (int i = 0; i < maps.size(); i++) {
            int factor = network.input().shape().height() / maps.get(i).height();
            Node cut = network.add("cut" + i, new Slice(0, maps.get(i).channels()), network.input());
            inputs.add(network.add("in" + i, new Pool(Pool.Kind.AVERAGE, factor, factor, 0), cut));
        }
        return inputs;
    }
}
