package io.falconet.dashboard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.dashboard.compare.NetworkDifference.Mark;
import io.falconet.dashboard.compare.NetworkDifference.Row;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NetworkDifferenceTest {
    @Test
    void blocksThatOneHasAndAnotherHasNotAreNamed() {
        NetworkDifference difference = NetworkDifference.of(List.of(network(32, 8, 2), network(32, 8, 3)));
        assertThat(marks(difference, 1))
                .containsEntry("backbone.stem", Mark.SAME)
                .containsEntry("backbone.stage", Mark.CHANGED)
                .containsEntry("backbone.stage.0", Mark.SAME)
                .containsEntry("backbone.stage.2", Mark.ADDED);
        assertThat(marks(NetworkDifference.of(List.of(network(32, 8, 3), network(32, 8, 2))), 1))
                .containsEntry("backbone.stage.2", Mark.MISSING);
    }

    @Test
    void otherWidthsDifferAndOtherImagesDoNot() {
        assertThat(marks(NetworkDifference.of(List.of(network(32, 8, 2), network(32, 16, 2))), 1))
                .containsEntry("backbone.stage.0", Mark.CHANGED)
                .containsEntry("backbone.stem", Mark.SAME);
        assertThat(NetworkDifference.of(List.of(network(32, 8, 2), network(64, 8, 2)))
                        .different())
                .isZero();
    }

    @Test
    void aNetworkDiffersFromItselfInNothing() {
        SearchSpace space = SearchSpaces.named("small-objects");
        for (int seed = 0; seed < 5; seed++) {
            Network one = network(space, seed);
            NetworkDifference same = NetworkDifference.of(List.of(one, one, one));
            assertThat(same.rows()).allMatch(Row::same);
            assertThat(NetworkDifference.of(List.of(one, network(space, seed + 50)))
                            .different())
                    .isPositive();
        }
    }

    @Test
    void namesAreAlignedEachOnce() {
        assertThat(Aligned.of(List.of(List.of("a", "b", "d"), List.of("a", "c", "d", "e"), List.of("z", "d"))))
                .containsExactly("z", "a", "c", "b", "d", "e");
    }

    private static Map<String, Mark> marks(NetworkDifference difference, int network) {
        Map<String, Mark> marks = new TreeMap<>();
        difference.rows().forEach(row -> marks.put(row.scope(), row.mark(network)));
        return marks;
    }

    private static Network network(SearchSpace space, long seed) {
        Architecture architecture = space.draw(new Random(seed));
        return space.detector(architecture, 3).network();
    }

    private static Network network(int side, int width, int depth) {
        NetworkBuilder builder = NetworkBuilder.of(Shape.image(side, side));
        NetworkBuilder backbone = builder.scope("backbone");
        Node last = backbone.scope("stem").convNormActivate(builder.input(), Conv.dense(4, 3, 2), Activation.RELU);
        for (int block = 0; block < depth; block++) {
            last = backbone.scope("stage." + block).convNormActivate(last, Conv.dense(width, 3, 1), Activation.RELU);
        }
        return builder.build(List.of(last));
    }
}
