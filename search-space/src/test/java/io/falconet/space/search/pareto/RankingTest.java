package io.falconet.space.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void onAFrontThoseComeFirstThatDominateMostAlone() {
        List<double[]> points = List.of(
                new double[] {0, 10}, new double[] {4, 5}, new double[] {4.1, 4.9}, new double[] {10, 0}, new double[] {
                    6, 6
                });
        assertThat(Ranking.best(points, 2)).containsExactly(3, 0);
        assertThat(Ranking.best(points, 9)).hasSize(5).endsWith(4);
    }

    @Test
    void unitsDoNotMatter() {
        List<double[]> points = points(40, 2, 7);
        List<double[]> other = points.stream()
                .map(it -> new double[] {it[0] * 1e6 - 3, it[1] * 1e-3 + 5})
                .toList();
        assertThat(Ranking.best(other, 40)).isEqualTo(Ranking.best(points, 40));
    }

    @Test
    void ofOneObjectiveTheLeastComesFirst() {
        assertThat(Ranking.best(List.of(new double[] {3}, new double[] {1}, new double[] {2}, new double[] {1}), 3))
                .containsExactly(1, 3, 2);
        assertThat(Ranking.best(List.of(), 3)).isEmpty();
        assertThat(Ranking.best(List.of(new double[] {1}), 0)).isEmpty();
    }

    @Property(tries = 100)
    void noneIsDominatedByALaterOne(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int objectives,
            @ForAll @IntRange(max = 25) int count) {
        List<double[]> points = points(count, objectives, seed);
        List<Integer> order = Ranking.best(points, count);
        assertThat(order).hasSize(count).doesNotHaveDuplicates();
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                assertThat(ParetoFront.dominates(points.get(order.get(j)), points.get(order.get(i))))
                        .isFalse();
            }
        }
    }

    @Property(tries = 50)
    void onAFrontTheVolumeThatIsLostWithoutAPointNeverGrows(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int objectives) {
        List<double[]> points = ParetoFront.of(points(20, objectives, seed), it -> it);
        double[] reference = new double[objectives];
        for (int i = 0; i < objectives; i++) {
            int axis = i;
            double worst = points.stream().mapToDouble(it -> it[axis]).max().orElseThrow();
            double best = points.stream().mapToDouble(it -> it[axis]).min().orElseThrow();
            reference[i] = worst + (worst > best ? 0.1 * (worst - best) : 1);
        }
        double all = Hypervolume.of(points, reference);
        List<Double> lost = Ranking.best(points, points.size()).stream()
                .map(i -> {
                    List<double[]> others = new ArrayList<>(points);
                    others.remove((int) i);
                    return all - Hypervolume.of(others, reference);
                })
                .toList();
        for (int i = 1; i < lost.size(); i++) {
            assertThat(lost.get(i)).isLessThanOrEqualTo(lost.get(i - 1) + 1e-12);
        }
    }

    private static List<double[]> points(int count, int objectives, long seed) {
        Random random = new Random(seed);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(random.doubles(objectives).toArray());
        }
        return points;
    }
}
