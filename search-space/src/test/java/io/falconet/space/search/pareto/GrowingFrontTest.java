package io.falconet.space.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GrowingFrontTest {
    @Property(tries = 200)
    void holdsWhatNoneOfAllThatWasOfferedDominates(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int objectives) {
        Random random = new Random(seed);
        GrowingFront<Integer> front = new GrowingFront<>();
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double[] point = random.doubles(objectives)
                    .map(value -> Math.floor(5 * value))
                    .toArray();
            if (random.nextInt(10) == 0) {
                point[0] = Double.NaN;
            }
            points.add(point);
            boolean taken = front.offer(i, point);

            assertThat(front.items().contains(i)).isEqualTo(taken);
            assertThat(front.items())
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(0, i)
                            .filter(item -> Arrays.stream(points.get(item)).noneMatch(Double::isNaN))
                            .filter(item ->
                                    points.stream().noneMatch(other -> ParetoFront.dominates(other, points.get(item))))
                            .boxed()
                            .toList());
        }
    }

    @Test
    void aCopyGoesItsOwnWay() {
        GrowingFront<String> front = new GrowingFront<>();
        front.offer("a", new double[] {1, 2});
        GrowingFront<String> copy = front.copy();
        copy.offer("b", new double[] {0, 0});
        assertThat(front.items()).containsExactly("a");
        assertThat(copy.items()).containsExactly("b");
    }
}
