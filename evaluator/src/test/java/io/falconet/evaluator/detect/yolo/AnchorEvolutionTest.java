package io.falconet.evaluator.detect.yolo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnchorEvolutionTest {
    private static final double RATIO = 4;

    @Test
    void fitnessNeverFallsAndTheSeedDecides() {
        for (long seed = 0; seed < 5; seed++) {
            List<Anchor> objects = objects(seed);
            List<Anchor> start = AnchorClusters.of(objects, 4).anchors();
            AnchorEvolution evolution = new AnchorEvolution(RATIO, 100, seed);
            List<Anchor> evolved = evolution.evolve(objects, start);
            assertThat(AnchorFit.of(objects, evolved, RATIO).fitness())
                    .isGreaterThan(AnchorFit.of(objects, start, RATIO).fitness());
            assertThat(evolution.evolve(objects, start)).isEqualTo(evolved);
            assertThat(evolved).isSortedAccordingTo((a, b) -> Double.compare(a.area(), b.area()));
        }
    }

    @Test
    void noGenerationLeavesAnchorsAsTheyAre() {
        List<Anchor> objects = objects(1);
        List<Anchor> start = AnchorClusters.of(objects, 3).anchors();
        assertThat(new AnchorEvolution(RATIO, 0, 1).evolve(objects, start)).isEqualTo(start);
    }

    private static List<Anchor> objects(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, 200)
                .mapToObj(i -> new Anchor(4 + 60 * random.nextDouble(), 4 + 90 * random.nextDouble()))
                .toList();
    }
}
