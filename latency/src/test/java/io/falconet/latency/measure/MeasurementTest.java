package io.falconet.latency.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.LatencyReport;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    private static final DeviceProfile DEVICE = new DeviceProfile("local", "processor", "runtime", 1);

    private static final MachineState MACHINE = MachineState.read();

    private static Round round(double taken, long... nanos) {
        return slowed(taken, 100, nanos);
    }

    private static Round slowed(double taken, long anchor, long... nanos) {
        return new Round(40, 30, 7, LongStream.of(nanos).boxed().toList(), taken, anchor);
    }

    private static Measurement of(Round... rounds) {
        return new Measurement(
                DEVICE,
                1,
                MACHINE,
                MACHINE,
                Stream.of(rounds).mapToLong(Round::anchorNanos).min().orElseThrow(),
                List.of(rounds));
    }

    @Test
    void quietestRoundIsReported() {
        LatencyReport report = of(round(0, 1200, 1210, 1300), round(0, 1000, 1010, 1030), round(0, 1100, 1100, 1100))
                .report();
        assertThat(report.medianNanos()).isEqualTo(1010);
        assertThat(report.madNanos()).isEqualTo(10);
        assertThat(report.runs()).isEqualTo(9);
        assertThat(report.warmupRuns()).isEqualTo(21);
    }

    @Test
    void intervalCoversDriftAndTheSpreadOfRounds() {
        LatencyReport alike = of(round(0, 1000, 1000), round(0, 1000, 1000)).report();
        assertThat(alike.lowNanos()).isEqualTo(970);
        assertThat(alike.highNanos()).isEqualTo(1030);
        LatencyReport apart = of(round(0, 1000, 1000), round(0, 1200, 1200)).report();
        assertThat(apart.lowNanos()).isEqualTo(770);
        assertThat(apart.highNanos()).isEqualTo(1230);
    }

    @Test
    void crowdedCoreCallsForAWiderIntervalDownwards() {
        LatencyReport crowded = of(round(0.5, 1000, 1000)).report();
        assertThat(crowded.lowNanos()).isEqualTo(820);
        assertThat(crowded.highNanos()).isEqualTo(1030);
    }

    @Test
    void theQuietestStretchOfARoundIsReported() {
        long[] nanos = LongStream.concat(
                        LongStream.generate(() -> 8_000_000).limit(4),
                        LongStream.of(6_000_000, 6_100_000, 6_050_000, 9_000_000))
                .toArray();
        LatencyReport report = of(round(0, nanos)).report();
        assertThat(report.medianNanos()).isEqualTo(6_050_000);
        assertThat(report.runs()).isEqualTo(8);
    }

    @Test
    void theAnchorsBestMayBeOfAnEarlierMeasurement() {
        Measurement later = new Measurement(DEVICE, 1, MACHINE, MACHINE, 80, List.of(round(0, 1000), round(0, 1000)));
        assertThat(later.disturbedRounds()).isEqualTo(2);
        assertThat(later.report().disturbance()).contains("the anchor network took 25 % longer than at its best");
    }

    @Test
    void theThreeQuietestRoundsTellHowFarTheyLieApart() {
        LatencyReport report = of(round(0, 1000), round(0, 1300), round(0, 1020), round(0, 1010))
                .report();
        assertThat(report.lowNanos()).isEqualTo(950);
        assertThat(report.highNanos()).isEqualTo(1050);
    }

    @Test
    void threeQuietRoundsThatAgreeNeedNoMore() {
        assertThat(of(round(0, 1000), round(0, 1005), round(0, 1010)).settled()).isTrue();
        assertThat(of(round(0, 1000), round(0, 1005), round(0, 1011)).settled()).isFalse();
        assertThat(of(round(0, 1000), round(0, 1005)).settled()).isFalse();
        assertThat(of(round(0, 1000), round(0, 1005), round(0.3, 1010)).settled())
                .isFalse();
    }

    @Test
    void aReportIsMarkedOnlyIfEveryRoundWasDisturbed() {
        Measurement measurement = of(round(0.2, 1005), round(0, 1000), round(0, 1010), slowed(0, 120, 1020));
        assertThat(measurement.disturbedRounds()).isEqualTo(2);
        assertThat(measurement.report().medianNanos()).isEqualTo(1000);
        assertThat(measurement.report().highNanos()).isEqualTo(1040);
        assertThat(measurement.report().disturbance()).isEmpty();
    }

    @Test
    void whereNothingWasQuietTheReportSaysWhy() {
        assertThat(of(round(0.4, 1000), round(0.5, 1100)).report().disturbance())
                .contains("others had 40 % of the core");
        assertThat(of(slowed(0, 112, 1000), slowed(0.5, 100, 1100)).report().disturbance())
                .contains("the anchor network took 12 % longer than at its best");
    }

    @Test
    void percentilesAreOfTheQuietestRound() {
        Measurement measurement = of(round(0, 5, 1, 4, 2, 3), round(0, 9, 9, 9, 9, 9));
        assertThat(measurement.percentile(0.9)).isEqualTo(5);
        assertThat(measurement.percentile(0.5)).isEqualTo(3);
    }
}
