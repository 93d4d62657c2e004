package io.falconet.latency.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On made devices, whose laws are known. */
class DeviceReplayTest {
    private static final int GENES = 5;
    private static final int VALUES = 4;
    private static final double[][] NETWORKS =
            IntStream.range(0, 1024).mapToObj(DeviceReplayTest::network).toArray(double[][]::new);

    private final DeviceReplay replay = new DeviceReplay(NETWORKS, 200, 2, 1);

    @Test
    void aSumOfPartsIsFoundDespiteDisturbedMeasurements() {
        double[] undisturbed = sums(1);
        Random random = new Random(3);
        double[] measured = Arrays.stream(undisturbed)
                .map(v -> random.nextInt(20) == 0 ? 1.5 * v : v)
                .toArray();
        for (PredictionError error : replay.alone(SumOfParts.STANDARD, measured, done -> {})) {
            assertThat(error.networks()).isEqualTo(824);
            assertThat(error.median()).isLessThan(0.005);
            assertThat(error.within5()).isBetween(0.9, 0.98);
        }
    }

    @Test
    void theFitThatSuitsIsTaken() {
        LatencyFit parts = SumOfParts.STANDARD;
        LatencyFit alike = new AlikeNetworks(new GaussianProcess(2, 1e-2));
        LatencyFit best = new BestOf(List.of(alike, parts));
        assertThat(best.chosen(NETWORKS, sums(1))).isEqualTo(parts);
        double[] products = Arrays.stream(sums(2)).map(v -> Math.exp(v / 4)).toArray();
        assertThat(best.chosen(NETWORKS, products)).isEqualTo(alike);
    }

    @Test
    void centringPutsMoreNetworksWithinItsBound() {
        double[] steady = sums(1);
        Random random = new Random(3);
        double[] disturbed = Arrays.stream(steady)
                .map(v -> v * (random.nextInt(5) == 0 ? 1.13 : 1))
                .toArray();
        PredictionError plain =
                replay.alone(SumOfParts.STANDARD, disturbed, done -> {}).get(0);
        PredictionError centred = replay.alone(new Centred(SumOfParts.STANDARD, 0.1), disturbed, done -> {})
                .get(0);
        assertThat(plain.within10()).isLessThan(0.9);
        assertThat(centred.within10()).isGreaterThan(0.97);
        assertThat(centred.median()).isGreaterThan(plain.median());
        assertThat(replay.alone(new Centred(SumOfParts.STANDARD, 0.1), steady, done -> {}))
                .isEqualTo(replay.alone(SumOfParts.STANDARD, steady, done -> {}));
    }

    @Test
    void aNewDeviceIsKnownByTenMeasurementsBecauseItIsAMixtureOfKnownOnes() {
        double[] first = sums(1);
        double[] second = sums(2);
        double[] mixture = new double[first.length];
        Arrays.setAll(mixture, i -> 3 * first[i] + second[i]);
        Map<String, List<PredictionError>> errors =
                replay.transferred(Map.of("a", first, "b", second), Map.of("mixture", mixture), 10, done -> {});
        assertThat(errors.get("mixture")).hasSize(2).allSatisfy(error -> {
            assertThat(error.networks()).isEqualTo(1014);
            assertThat(error.spearman()).isGreaterThan(0.9);
        });
    }

    @Test
    void theSameSeedDrawsTheSame() {
        List<PredictionError> errors = replay.alone(SumOfParts.STANDARD, sums(1), done -> {});
        assertThat(new DeviceReplay(NETWORKS, 200, 2, 1).alone(SumOfParts.STANDARD, sums(1), done -> {}))
                .isEqualTo(errors);
        assertThat(new DeviceReplay(NETWORKS, 200, 2, 2).alone(SumOfParts.STANDARD, sums(1), done -> {}))
                .isNotEqualTo(errors);
    }

    @Test
    void aGaussianProcessComesBackToWhatItKnowsAndToTheMeanFarAway() {
        double[][] points = {{0, 0}, {1, 0}, {0, 1}};
        GaussianProcess.Fitted fitted =
                new GaussianProcess(0.5, 1e-6).fit(points, new double[][] {{1, 2, 6}, {0, 0, 0}});
        assertThat(fitted.at(points[2])).containsExactly(new double[] {6, 0}, within(1e-3));
        assertThat(fitted.at(new double[] {50, 50})).containsExactly(new double[] {3, 0}, within(1e-9));
    }

    @Test
    void numbersThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new DeviceReplay(NETWORKS, 1024, 2, 1))
                .hasMessageContaining("of the table's 1024, found 1024. Maybe 512.");
        assertThatThrownBy(() -> new DeviceReplay(NETWORKS, 900, 0, 1)).hasMessageContaining("At least 1 draw");
        assertThatThrownBy(() -> replay.transferred(Map.of(), Map.of(), 1, done -> {}))
                .hasMessageContaining("At least 2 measurements");
    }

    /** Each value of each gene takes a time of its own, drawn by the device's seed. */
    private static double[] sums(long device) {
        Random random = new Random(device);
        double[] times = random.doubles(GENES * VALUES, 0.2, 3).toArray();
        return Arrays.stream(NETWORKS)
                .mapToDouble(network -> 2
                        + IntStream.range(0, times.length)
                                .mapToDouble(k -> network[k] * times[k])
                                .sum())
                .toArray();
    }

    private static double[] network(int index) {
        double[] features = new double[GENES * VALUES];
        for (int gene = 0, rest = index; gene < GENES; gene++, rest /= VALUES) {
            features[gene * VALUES + rest % VALUES] = 1;
        }
        return features;
    }
}
