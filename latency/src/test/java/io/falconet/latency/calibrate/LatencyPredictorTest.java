package io.falconet.latency.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.latency.kernel.Work;
import io.falconet.latency.predict.PredictionError;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** On a made device, whose law is known. */
class LatencyPredictorTest {
    private static final List<Network> NETWORKS = networks(120);

    private static List<Network> networks(int count) {
        SearchSpace space = SearchSpaces.named("small-objects");
        SplittableRandom random = new SplittableRandom(1);
        List<Network> networks = new ArrayList<>();
        while (networks.size() < count) {
            try {
                networks.add(space.detector(space.draw(random), 1).network());
            } catch (ShapeException unbuildable) {
                continue;
            }
        }
        return networks;
    }

    /** 50 multiply-accumulates a nanosecond, 20 of depthwise convolutions, 2 values moved, 2 microseconds a call. */
    private static double nanos(Network network) {
        double[] work = Work.of(network);
        double nanos = 0;
        for (Work kind : Work.values()) {
            double each =
                    switch (kind) {
                        case POINTWISE, DENSE, FIRST, UNEVEN -> 0.02;
                        case DEPTHWISE, UNEVEN_DEPTHWISE -> 0.05;
                        case STRIDED, WEIGHTS -> 0;
                        case CALLS -> 2000;
                        default -> 0.5;
                    };
            nanos += each * work[kind.ordinal()];
        }
        return nanos;
    }

    private static double[] measured(double noise) {
        Random random = new Random(2);
        return NETWORKS.stream()
                .mapToDouble(network -> nanos(network) * (1 + noise * random.nextGaussian()))
                .toArray();
    }

    private static LatencyPredictor learned(int count, double[] nanos) {
        return LatencyPredictor.of(NETWORKS.subList(0, count), Arrays.copyOf(nanos, count));
    }

    @Test
    void sixtyNetworksTellWhatTheOthersTake() {
        double[] measured = measured(0.02);
        LatencyPredictor predictor = learned(60, measured);
        double[] predicted = NETWORKS.subList(60, 120).stream()
                .mapToDouble(network -> predictor.predict(network).nanos())
                .toArray();
        PredictionError error = PredictionError.of(predicted, Arrays.copyOfRange(measured, 60, 120));
        assertThat(error.median()).isLessThan(0.03);
        assertThat(error.within10()).isGreaterThan(0.95);
        assertThat(error.spearman()).isGreaterThan(0.99);
        assertThat(predictor.error().median()).isBetween(error.median() / 2, 2 * error.median());
        assertThat(predictor.trusted()).isTrue();
    }

    @Test
    void mostMeasurementsFallWithinTheInterval() {
        double[] measured = measured(0.02);
        LatencyPredictor predictor = learned(60, measured);
        long within = 0;
        for (int i = 60; i < 120; i++) {
            LatencyPredictor.Prediction prediction = predictor.predict(NETWORKS.get(i));
            assertThat(prediction.nanos()).isBetween(prediction.lowNanos(), prediction.highNanos());
            within += prediction.lowNanos() <= measured[i] && measured[i] <= prediction.highNanos() ? 1 : 0;
        }
        assertThat(within).isGreaterThanOrEqualTo(54);
    }

    @Test
    void aPredictorOfNoisyMeasurementsIsNotTrusted() {
        assertThat(learned(60, measured(0.3)).trusted()).isFalse();
    }

    @Test
    void tenNetworksTellANewDeviceFromAKnownOne() {
        LatencyPredictor known = learned(60, measured(0.02));
        double[] slower = NETWORKS.stream()
                .mapToDouble(network -> 7 * Math.pow(nanos(network), 0.95))
                .toArray();
        LatencyPredictor predictor = LatencyPredictor.transferred(
                List.of(known), NETWORKS.subList(20, 120), NETWORKS.subList(0, 10), Arrays.copyOf(slower, 10));
        double[] predicted = NETWORKS.subList(10, 120).stream()
                .mapToDouble(network -> predictor.predict(network).nanos())
                .toArray();
        PredictionError error = PredictionError.of(predicted, Arrays.copyOfRange(slower, 10, 120));
        assertThat(error.spearman()).isGreaterThan(0.98);
        assertThat(error.median()).isLessThan(0.1);
        assertThat(predictor.error().networks()).isEqualTo(10);
    }

    @Test
    void tooFewNetworksAreRefused() {
        assertThatThrownBy(() -> learned(19, measured(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("At least 20 measured networks were expected")
                .hasMessageContaining("found 19")
                .hasMessageContaining("Maybe 60.");
    }
}
