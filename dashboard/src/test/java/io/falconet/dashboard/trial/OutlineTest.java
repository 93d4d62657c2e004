package io.falconet.dashboard.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.dashboard.trial.Outline.Flow;
import io.falconet.dashboard.trial.Outline.Part;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutlineTest {
    @Test
    void nodesOfOneScopeStandAsOnePart() {
        assertThat(scopes(Outline.of(small(), 2, Set.of())))
                .containsExactly("input", "backbone.stem", "backbone.body", "backbone.sum");
        assertThat(scopes(Outline.of(small(), 1, Set.of()))).containsExactly("input", "backbone");
    }

    @Test
    void anOpenedScopeShowsWhatItHolds() {
        assertThat(scopes(Outline.of(small(), 2, Set.of("backbone.stem"))))
                .containsExactly(
                        "input",
                        "backbone.stem.conv",
                        "backbone.stem.bn",
                        "backbone.stem.act",
                        "backbone.body",
                        "backbone.sum");
    }

    @Test
    void flowsJoinThePartsThatReadEachOther() {
        assertThat(Outline.of(small(), 2, Set.of()).flows())
                .containsExactlyInAnyOrder(new Flow(0, 1), new Flow(1, 2), new Flow(1, 3), new Flow(2, 3));
    }

    @Test
    void noOutlineLosesCost() {
        SearchSpace space = SearchSpaces.named("small-objects");
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            Network network = space.detector(any(space, random), 3).network();
            for (int depth = 1; depth < 6; depth++) {
                Outline outline = Outline.of(network, depth, Set.of());
                assertThat(outline.macs()).isEqualTo(Complexity.of(network).macs());
                assertThat(outline.parts().stream().mapToLong(Part::parameters).sum())
                        .isEqualTo(Complexity.of(network).parametersExecuted());
                assertThat(Drawing.svg(outline)).startsWith("<svg").doesNotContain("NaN");
            }
        }
    }

    @Test
    void theNumberOfClassesFollowsFromTheNetworksId() {
        SearchSpace space = SearchSpaces.named("small-objects");
        Architecture architecture = any(space, new Random(5));
        String id = space.detector(architecture, 7).network().id();
        assertThat(Rebuilt.of(architecture.text(), id))
                .hasValueSatisfying(rebuilt -> assertThat(rebuilt.classes()).isEqualTo(7));
        assertThat(Rebuilt.of("nowhere:a=b", id)).isEmpty();
        assertThat(Rebuilt.of("no architecture", id)).isEmpty();
    }

    private static List<String> scopes(Outline outline) {
        return outline.parts().stream().map(Part::scope).toList();
    }

    private static Architecture any(SearchSpace space, Random random) {
        return space.architecture(space.choices().stream()
                .mapToInt(choice -> random.nextInt(choice.options().size()))
                .toArray());
    }

    private static Network small() {
        NetworkBuilder network = NetworkBuilder.of(Shape.image(32, 32));
        NetworkBuilder backbone = network.scope("backbone");
        Node stem =
                backbone.scope("stem").convNormActivate(network.input(), Conv.dense(8, 3, 2), Activation.LEAKY_RELU);
        Node body = backbone.scope("body").convNorm(stem, Conv.dense(8, 3, 1));
        return network.build(List.of(backbone.add("sum", new Add(), stem, body)));
    }
}
