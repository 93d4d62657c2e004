package io.falconet.latency.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.outcome.LatencyReport;
import org.junit.jupiter.api.Test;

class LatencyMeterTest {
    private final LatencyMeter meter = new LatencyMeter(new ComputeGate(), LatencyProtocol.BRIEF);

    @Test
    void largerInputTakesLonger() throws InterruptedException {
        LatencyReport small = meter.measure(SampleModels.convolutions(32, 4), 1);
        LatencyReport large = meter.measure(SampleModels.convolutions(64, 8), 1);
        assertThat(small.medianNanos()).isPositive().isLessThan(large.medianNanos());
        assertThat(small.ties(large)).isFalse();
    }

    @Test
    void reportSaysHowItCameAbout() throws InterruptedException {
        LatencyReport report = meter.measure(SampleModels.convolutions(32, 4), 1);
        assertThat(report.device().threads()).isEqualTo(1);
        assertThat(report.device().runtime()).startsWith("ONNX Runtime 1.");
        assertThat(report.runs()).isGreaterThanOrEqualTo(2 * 5);
        assertThat(report.warmupRuns()).isGreaterThanOrEqualTo(2 * 4);
        assertThat(report.highNanos() - report.lowNanos()).isGreaterThan(Math.round(0.05 * report.medianNanos()));
    }

    @Test
    void severalThreadsAreTimedByTheWallClock() throws InterruptedException {
        assertThat(meter.measure(SampleModels.convolutions(32, 4), 2).medianNanos())
                .isPositive();
    }

    @Test
    void brokenModelIsRefused() {
        assertThatThrownBy(() -> meter.measure(new byte[] {1, 2, 3}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ONNX Runtime cannot load the model");
    }
}
