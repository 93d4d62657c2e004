package io.falconet.space.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HypervolumeTest {
    @Test
    void twoBoxesThatOverlap() {
        assertThat(Hypervolume.of(List.of(new double[] {1, 3}, new double[] {2, 1}), new double[] {4, 4}))
                .isEqualTo(3 * 1 + 2 * 3 - 2 * 1);
    }

    @Test
    void pointsBeyondTheReferenceAndNaNsAddNothing() {
        assertThat(Hypervolume.of(
                        List.of(new double[] {5, 0}, new double[] {0, Double.NaN}, new double[] {4, 0}),
                        new double[] {4, 4}))
                .isZero();
        assertThat(Hypervolume.of(List.of(), new double[] {4, 4, 4})).isZero();
    }

    @Test
    void pointsNeedTheReferencesDimension() {
        assertThatThrownBy(() -> Hypervolume.of(List.of(new double[] {1}), new double[] {4, 4}))
                .hasMessageContaining("coordinates");
    }

    @Property(tries = 200)
    void theGainIsWhatTheVolumeGrowsBy(
            @ForAll @IntRange(min = 1, max = 4) int dimensions,
            @ForAll @IntRange(max = 12) int count,
            @ForAll long seed) {
        List<double[]> points = points(new Random(seed), dimensions, count + 1, 6);
        double[] point = points.remove(0);
        List<double[]> front = ParetoFront.of(points, it -> it);
        double[] reference = new double[dimensions];
        Arrays.fill(reference, 5);
        double before = Hypervolume.of(points, reference);
        points.add(point);
        double grown = Hypervolume.of(points, reference) - before;
        assertThat(Hypervolume.gain(front, point, reference)).isEqualTo(grown, within(1e-9));
        List<double[]> sorted = new ArrayList<>(front);
        sorted.sort(Comparator.comparingDouble(it -> it[0]));
        assertThat(Hypervolume.gain(sorted, point, reference)).isEqualTo(grown, within(1e-9));
    }

    /** On an integer grid the volume is a number of unit cells. */
    @Property(tries = 100)
    void equalsTheCountOfDominatedCells(
            @ForAll @IntRange(min = 1, max = 4) int dimensions,
            @ForAll @IntRange(max = 12) int count,
            @ForAll long seed) {
        int side = 5;
        List<double[]> points = points(new Random(seed), dimensions, count, side);
        double[] reference = new double[dimensions];
        Arrays.fill(reference, side);
        int cells = 0;
        for (int cell = 0; cell < Math.pow(side, dimensions); cell++) {
            double[] corner = new double[dimensions];
            int rest = cell;
            for (int i = 0; i < dimensions; i++, rest /= side) {
                corner[i] = rest % side;
            }
            cells += points.stream().anyMatch(point -> covers(point, corner)) ? 1 : 0;
        }
        assertThat(Hypervolume.of(points, reference)).isEqualTo(cells, within(1e-9));
    }

    @Property(tries = 100)
    void neitherOrderNorDominatedPointsMatter(@ForAll @IntRange(min = 2, max = 4) int dimensions, @ForAll long seed) {
        Random random = new Random(seed);
        List<double[]> points = points(random, dimensions, 20, 9);
        double[] reference = new double[dimensions];
        Arrays.fill(reference, 8);
        List<double[]> shuffled = new ArrayList<>(ParetoFront.of(points, it -> it));
        Collections.shuffle(shuffled, random);
        assertThat(Hypervolume.of(shuffled, reference)).isEqualTo(Hypervolume.of(points, reference), within(1e-6));
    }

    private static List<double[]> points(Random random, int dimensions, int count, int side) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(random.ints(dimensions, 0, side + 1).asDoubleStream().toArray());
        }
        return points;
    }

    private static boolean covers(double[] point, double[] corner) {
        for (int i = 0; i < point.length; i++) {
            if (point[i] > corner[i]) {
                return false;
            }
        }
        return true;
    }
}
