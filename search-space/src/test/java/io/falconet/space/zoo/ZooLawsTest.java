package io.falconet.space.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.block.DetectionFormat;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.LearnedOffset;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every model of the zoo. */
class ZooLawsTest {
    static List<ZooModel> models() {
        return ZooModel.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void weightsDoNotDependOnTheImage(ZooModel model) {
        ZooNetwork published = model.published();
        Shape larger = Shape.image(model.image().height() + 64, model.image().width() + 128);

        ZooNetwork other = model.recipe().build(larger, model.classes());

        assertThat(other.network().input()).isEqualTo(larger);
        assertThat(weights(other.network())).isEqualTo(weights(published.network()));
        assertThat(other.complexity().macs())
                .isGreaterThan(published.complexity().macs());
        assertThat(other.format().map(DetectionFormat::strides))
                .isEqualTo(published.format().map(DetectionFormat::strides));
        assertThat(other.network().outputs()).isEqualTo(published.network().outputs());
    }

    /** Learned positions are as many as the map has cells. */
    private static List<String> weights(Network network) {
        return network.nodes().stream()
                .flatMap(node -> node.weights().stream()
                        .map(weight ->
                                node.key(weight) + (node.op() instanceof LearnedOffset ? "" : weight.dimensions())))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatNeverRunsIsNeitherReadNorLive(ZooModel model) {
        Network network = model.published().network();
        Set<String> idle = network.idle();
        Set<String> read = network.nodes().stream()
                .filter(node -> !idle.contains(node.name()))
                .flatMap(node -> node.inputs().stream())
                .collect(Collectors.toSet());

        assertThat(network.nodes()).extracting(Node::name).doesNotHaveDuplicates();
        assertThat(read).noneMatch(idle::contains);
        assertThat(network.live().nodes()).extracting(Node::name).noneMatch(idle::contains);
        assertThat(Complexity.of(network.live()).parameters())
                .isLessThanOrEqualTo(Complexity.of(network).parametersExecuted());
        assertThat(network.live().id()).isEqualTo(network.id());
    }

    /** Revisions of one model ({@code name@revision}) may be the same network. */
    @Test
    void differentModelsAreDifferentNetworks() {
        Map<String, String> models = new HashMap<>();
        for (ZooModel model : ZooModel.all()) {
            String name = model.name().replaceFirst("@.*", "");
            String id = model.recipe().build(Shape.image(384, 384), model.classes()).stages().stream()
                    .map(Network::id)
                    .collect(Collectors.joining(" "));
            assertThat(models.getOrDefault(id, name))
                    .as("has the network of " + name)
                    .isEqualTo(name);
            models.put(id, name);
        }
    }

    @Test
    void eachNameMeansOneModel() {
        Set<String> names = new HashSet<>();
        for (ZooModel model : ZooModel.all()) {
            Stream.concat(Stream.of(model.name()), model.aliases().stream()).forEach(name -> {
                assertThat(names.add(name.toLowerCase(Locale.ROOT))).as(name).isTrue();
                assertThat(ZooModel.find(name)).as(name).contains(model);
            });
        }
    }
}
