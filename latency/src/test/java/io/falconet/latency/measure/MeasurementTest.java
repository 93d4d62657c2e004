package io.falconet.latency.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.LatencyReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    private static final DeviceProfile DEVICE = new DeviceProfile("local", "processor", "runtime", 1);

    private static Round round(double taken, long... nanos) {
        return new Round(7, new Timings(nanos), taken);
    }

    private static Measurement of(Round... rounds) {
        return new Measurement(List.of(rounds));
    }

    @Test
    void quietestRoundIsReported() {
        LatencyReport report = of(round(0, 1200, 1210, 1300), round(0, 1000, 1010, 1030), round(0, 1100, 1100, 1100))
                .report(DEVICE);
        assertThat(report.medianNanos()).isEqualTo(1010);
        assertThat(report.madNanos()).isEqualTo(10);
        assertThat(report.runs()).isEqualTo(9);
        assertThat(report.warmupRuns()).isEqualTo(21);
    }

    @Test
    void intervalCoversDriftAndTheSpreadOfRounds() {
        LatencyReport alike = of(round(0, 1000, 1000), round(0, 1000, 1000)).report(DEVICE);
        assertThat(alike.lowNanos()).isEqualTo(970);
        assertThat(alike.highNanos()).isEqualTo(1030);
        LatencyReport apart = of(round(0, 1000, 1000), round(0, 1200, 1200)).report(DEVICE);
        assertThat(apart.lowNanos()).isEqualTo(770);
        assertThat(apart.highNanos()).isEqualTo(1230);
    }

    @Test
    void crowdedCoreCallsForAWiderIntervalDownwards() {
        LatencyReport crowded = of(round(0.5, 1000, 1000)).report(DEVICE);
        assertThat(crowded.lowNanos()).isEqualTo(820);
        assertThat(crowded.highNanos()).isEqualTo(1030);
    }

    @Test
    void roundsAgreeWithinAShare() {
        assertThat(of(round(0, 1000), round(0, 1030)).agrees()).isTrue();
        assertThat(of(round(0, 1000), round(0, 1031)).agrees()).isFalse();
    }
}
