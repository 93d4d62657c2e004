package io.falconet.evaluator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.NarrowedSpace;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Falconet infers of a network is what PyTorch makes of it: 300 random architectures of the catalog, node by node. */
class CatalogShapesIT {
    private static final SearchSpace SPACE =
            new NarrowedSpace(SearchSpaces.named("catalog"), Map.of("input", List.of("128", "160")));
    private static final int DRAWS = 100;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void inferredShapesAndCountsEqualComputedOnes(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (int i = 0; i < DRAWS; i++) {
            Architecture architecture = SPACE.architecture(SPACE.choices().stream()
                    .mapToInt(choice -> random.nextInt(choice.options().size()))
                    .toArray());
            check(architecture, SPACE.detector(architecture, 3).network());
        }
    }

    private static void check(Architecture architecture, Network network) {
        Network open = new Network(
                network.nodes(), network.nodes().stream().map(Node::name).toList());
        float[] image = SampleNetworks.images(1, network.input(), 1);
        try (TorchNetwork torch = new TorchNetwork(open, Weights.initial(open, 1))) {
            assertThat(torch.learnedValues()).as(architecture.text()).isEqualTo((int)
                    Complexity.of(network).parameters());
            float[][] values = torch.predict(image, 1);
            for (int i = 0; i < values.length; i++) {
                Node node = network.nodes().get(i);
                assertThat(values[i].length)
                        .as("%s of %s", node.name(), architecture)
                        .isEqualTo((int) node.shape().elements());
            }
        }
    }
}
