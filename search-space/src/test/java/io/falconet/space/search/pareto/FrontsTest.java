package io.falconet.space.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FrontsTest {
    @Property(tries = 200)
    void frontsAreWhatPeelingFindsOneAfterTheOther(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int objectives,
            @ForAll @IntRange(max = 60) int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(random.ints(objectives, 0, 6).asDoubleStream().toArray());
        }
        assertThat(Fronts.of(points)).isEqualTo(peeled(points));
    }

    @Test
    void theBestAreAsManyWholeFrontsAsItTakes() {
        List<double[]> points = List.of(
                new double[] {2, 2}, new double[] {1, 3}, new double[] {3, 3}, new double[] {1, 3}, new double[] {4, 4
                });
        assertThat(Fronts.best(points, 1, it -> it)).containsExactly(points.get(0), points.get(1), points.get(3));
        assertThat(Fronts.best(points, 4, it -> it)).hasSize(4).doesNotContain(points.get(4));
        assertThat(Fronts.best(points, 9, it -> it)).hasSize(5);
        assertThat(Fronts.best(List.<double[]>of(), 3, it -> it)).isEmpty();
    }

    private static int[] peeled(List<double[]> points) {
        int[] ranks = new int[points.size()];
        List<double[]> rest = new ArrayList<>(points);
        for (int rank = 0; !rest.isEmpty(); rank++) {
            List<double[]> front = ParetoFront.of(rest, it -> it);
            for (int i = 0; i < ranks.length; i++) {
                if (front.contains(points.get(i))) {
                    ranks[i] = rank;
                }
            }
            rest.removeAll(front);
        }
        return ranks;
    }
}
