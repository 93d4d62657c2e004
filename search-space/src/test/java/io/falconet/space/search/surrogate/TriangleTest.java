package io.falconet.space.search.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriangleTest {
    private static final double NOISE = 0.1;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 9, 30})
    void columnByColumnTheFactorIsTheSameAsRowByRow(int size) {
        double[][] columnwise = Triangle.factor(covariances(size), NOISE);
        List<double[]> rowwise = new ArrayList<>();
        for (double[] row : covariances(size)) {
            row[rowwise.size()] += NOISE;
            Triangle.complete(row, rowwise);
            rowwise.add(row);
        }
        for (int i = 0; i < size; i++) {
            assertThat(columnwise[i]).containsExactly(rowwise.get(i), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 11})
    void theSlopeIsHowTheSurpriseChanges(int size) {
        double[] scores = new SplittableRandom(2).doubles(size, -1, 1).toArray();
        Outcomes outcomes = new Outcomes(List.of(), List.of(), scores);
        double[][] slope = outcomes.slope(covariances(size), NOISE);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double[][] more = covariances(size);
                double[][] less = covariances(size);
                more[i][j] += 1e-5;
                less[i][j] -= 1e-5;
                double change = (outcomes.surprise(more, NOISE) - outcomes.surprise(less, NOISE)) / 2e-5;
                assertThat(slope[i][j]).isEqualTo(change, within(1e-5));
            }
        }
    }

    /** Lower triangle of what is alike the nearer it stands. */
    private static double[][] covariances(int size) {
        double[] places = new SplittableRandom(1).doubles(size, 0, 5).toArray();
        return IntStream.range(0, size)
                .mapToObj(i -> Arrays.stream(places, 0, i + 1)
                        .map(place -> Math.exp(-Math.abs(place - places[i])))
                        .toArray())
                .toArray(double[][]::new);
    }
}
