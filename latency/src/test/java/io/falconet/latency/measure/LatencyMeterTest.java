package io.falconet.latency.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.outcome.LatencyReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyMeterTest {
    private final LatencyMeter meter = new LatencyMeter(new ComputeGate(), LatencyProtocol.BRIEF);

    @Test
    void largerInputTakesLonger() throws InterruptedException {
        LatencyReport small = meter.measure(SampleModels.convolutions(32, 4), 1).report();
        LatencyReport large = meter.measure(SampleModels.convolutions(64, 8), 1).report();
        assertThat(small.medianNanos()).isPositive().isLessThan(large.medianNanos());
        assertThat(small.ties(large)).isFalse();
    }

    @Test
    void reportSaysHowItCameAbout() throws InterruptedException {
        LatencyReport report =
                meter.measure(SampleModels.convolutions(32, 4), 1).report();
        assertThat(report.device().threads()).isEqualTo(1);
        assertThat(report.device().runtime()).startsWith("ONNX Runtime 1.");
        assertThat(report.runs()).isGreaterThanOrEqualTo(2 * 5);
        assertThat(report.warmupRuns()).isGreaterThanOrEqualTo(2 * 4);
        assertThat(report.highNanos() - report.lowNanos()).isGreaterThan(Math.round(0.05 * report.medianNanos()));
    }

    @Test
    void severalModelsTakeTheirRoundsInTurn() throws InterruptedException {
        List<Measurement> measured =
                meter.measure(List.of(SampleModels.convolutions(32, 4), SampleModels.convolutions(64, 8)), 1, 1);
        assertThat(measured).hasSize(2).allSatisfy(one -> assertThat(one.rounds())
                .hasSize(2));
        assertThat(measured.get(0).report().medianNanos())
                .isLessThan(measured.get(1).report().medianNanos());
    }

    @Test
    void severalThreadsAreTimedByTheWallClock() throws InterruptedException {
        assertThat(meter.measure(SampleModels.convolutions(32, 4), 2).report().medianNanos())
                .isPositive();
    }

    @Test
    void manyImagesAtOnceTakeLongerThanOne() throws InterruptedException {
        Measurement one = meter.measure(SampleModels.convolutions(32, 4), 1, 1);
        Measurement eight = meter.measure(SampleModels.convolutions(32, 4), 1, 8);
        assertThat(eight.batch()).isEqualTo(8);
        assertThat(eight.report().medianNanos()).isGreaterThan(4 * one.report().medianNanos());
    }

    @Test
    void anotherRuntimeIsAnotherDevice() throws InterruptedException {
        LatencyMeter other = new LatencyMeter(new ComputeGate(), LatencyProtocol.BRIEF, InferenceRuntime.OPENCV);
        Measurement measurement = other.measure(SampleModels.convolutions(32, 4), 1, 2);
        assertThat(measurement.device().runtime()).startsWith("OpenCV DNN 4.");
        assertThat(measurement.report().medianNanos()).isPositive();
        assertThatThrownBy(() -> InferenceRuntime.of("opencw")).hasMessageContaining("Maybe opencv is meant.");
    }

    @Test
    void everySampleIsKept() throws InterruptedException {
        Measurement measurement = meter.measure(SampleModels.convolutions(32, 4), 1);
        assertThat(measurement.rounds()).hasSize(2).allSatisfy(round -> {
            assertThat(round.nanos()).hasSizeGreaterThanOrEqualTo(5).allMatch(nanos -> nanos > 0);
            assertThat(round.loadNanos()).isPositive();
            assertThat(round.firstNanos()).isPositive();
            assertThat(round.anchorNanos()).isPositive();
        });
        assertThat(measurement.before().cores()).isPresent();
        assertThat(measurement.percentile(0))
                .isLessThanOrEqualTo(measurement.report().medianNanos());
    }

    /** Written by {@link SampleModels}, and kept as a file so that what ships needs no writer. */
    @Test
    void theAnchorIsTheNetworkThatItIsSaidToBe() throws IOException {
        try (InputStream anchor = Anchor.class.getResourceAsStream("anchor.onnx")) {
            assertThat(anchor.readAllBytes()).isEqualTo(SampleModels.convolutions(64, 4));
        }
    }

    @Test
    void brokenModelIsRefused() {
        assertThatThrownBy(() -> meter.measure(new byte[] {1, 2, 3}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ONNX Runtime cannot load the model");
    }
}
