package io.falconet.evaluator.detect.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorClustersTest {
    private static final List<Anchor> OBJECTS =
            List.of(new Anchor(40, 42), new Anchor(4, 4), new Anchor(6, 4), new Anchor(40, 38));

    @Test
    void findsTheMeansOfTwoKindsOfObject() {
        AnchorClusters clusters = AnchorClusters.of(OBJECTS, 2);
        assertThat(clusters.anchors()).containsExactly(new Anchor(5, 4), new Anchor(40, 40));
        assertThat(clusters.iterations()).isEqualTo(1);
        assertThat(clusters.meanBestIou())
                .isCloseTo((0.8 + 20.0 / 24 + 1600.0 / 1680 + 1520.0 / 1600) / 4, within(1e-12));
    }

    @Test
    void moreAnchorsThanObjectsAreRefused() {
        assertThatThrownBy(() -> AnchorClusters.of(OBJECTS, 5)).hasMessageContaining("5 were asked for of 4 objects");
    }

    @Test
    void fitCountsWhatAnchorsMayPredict() {
        AnchorFit fit = AnchorFit.of(OBJECTS, List.of(new Anchor(4, 4), new Anchor(4, 8)), 4);
        assertThat(fit.bestPossibleRecall()).isEqualTo(0.5);
        assertThat(fit.anchorsPerObject()).isEqualTo(1);
        assertThat(fit.fitness()).isCloseTo((1 + 4 / 6.0) / 4, within(1e-12));
        assertThatThrownBy(() -> AnchorFit.of(List.of(), OBJECTS, 4)).hasMessageContaining("found 0 and 4");
    }
}
