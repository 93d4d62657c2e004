package io.falconet.space.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {
    @Test
    void keepsWhatNothingDominatesInTheOrderGiven() {
        List<double[]> front = ParetoFront.of(
                List.of(new double[] {3, 1}, new double[] {2, 2}, new double[] {3, 2}, new double[] {1, 3}), it -> it);
        assertThat(front).containsExactly(new double[] {3, 1}, new double[] {2, 2}, new double[] {1, 3});
    }

    @Test
    void keepsTwinsAndDropsNaNs() {
        double nan = Double.NaN;
        List<double[]> front = ParetoFront.of(
                List.of(new double[] {1, 1}, new double[] {1, 1}, new double[] {0, nan}, new double[] {nan, nan}),
                it -> it);
        assertThat(front).containsExactly(new double[] {1, 1}, new double[] {1, 1});
    }

    @Property(tries = 100)
    void everyPointOffTheFrontIsDominatedByOneOnIt(
            @ForAll @IntRange(min = 1, max = 4) int dimensions, @ForAll long seed) {
        Random random = new Random(seed);
        List<double[]> points = Stream.generate(
                        () -> random.ints(dimensions, 0, 6).asDoubleStream().toArray())
                .limit(30)
                .toList();
        List<double[]> front = ParetoFront.of(points, it -> it);
        assertThat(points).allSatisfy(point -> assertThat(
                        front.contains(point) || front.stream().anyMatch(other -> ParetoFront.dominates(other, point)))
                .isTrue());
        assertThat(IntStream.range(0, front.size()).boxed())
                .noneMatch(i -> front.stream().anyMatch(other -> ParetoFront.dominates(other, front.get(i))));
    }
}
