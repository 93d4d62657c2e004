package io.falconet.evaluator.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.engine.ComputeGate;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.space.block.Detector;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpaces;
import org.junit.jupiter.api.Test;

class LatencyMeterTest {
    private final LatencyMeter meter = new LatencyMeter(new ComputeGate(), LatencyProtocol.BRIEF);

    @Test
    void largerInputTakesLonger() throws InterruptedException {
        LatencyReport small = meter.measure(nanoDet(128), 1);
        LatencyReport large = meter.measure(nanoDet(320), 1);
        assertThat(small.medianNanos()).isPositive().isLessThan(large.medianNanos());
        assertThat(small.ties(large)).isFalse();
    }

    @Test
    void reportSaysHowItCameAbout() throws InterruptedException {
        LatencyReport report = meter.measure(nanoDet(128), 1);
        assertThat(report.device().threads()).isEqualTo(1);
        assertThat(report.device().runtime()).startsWith("ONNX Runtime 1.");
        assertThat(report.runs()).isGreaterThanOrEqualTo(2 * 5);
        assertThat(report.warmupRuns()).isGreaterThanOrEqualTo(2 * 4);
        assertThat(report.highNanos() - report.lowNanos()).isGreaterThan(Math.round(0.05 * report.medianNanos()));
    }

    @Test
    void severalThreadsAreTimedByTheWallClock() throws InterruptedException {
        assertThat(meter.measure(nanoDet(128), 2).medianNanos()).isPositive();
    }

    @Test
    void brokenModelIsRefused() {
        assertThatThrownBy(() -> meter.measure(new byte[] {1, 2, 3}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ONNX Runtime cannot load the model");
    }

    private static byte[] nanoDet(int input) {
        Detector detector =
                SearchSpaces.named("zoo").detector(Architecture.parse("zoo:model=nanodet-m,input=" + input), 6);
        return OnnxWriter.singleImage().write(detector, Weights.initial(detector.network(), 1));
    }
}
