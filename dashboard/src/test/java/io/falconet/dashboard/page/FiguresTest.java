package io.falconet.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.LatencyReport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void countsHaveThreeDigitsAndAMagnitude() {
        assertThat(Figures.count(0)).isEqualTo("0");
        assertThat(Figures.count(950)).isEqualTo("950");
        assertThat(Figures.count(999.6)).isEqualTo("1.00 k");
        assertThat(Figures.count(1_234_567)).isEqualTo("1.23 M");
        assertThat(Figures.count(720e6)).isEqualTo("720 M");
        assertThat(Figures.count(Double.NaN)).isEqualTo(Figures.NONE);
    }

    @Test
    void latenciesShowAsManyDecimalsAsTheirIntervalIsWorth() {
        assertThat(Figures.latency(latency(4_312_345, 0.05e6))).isEqualTo("4.31 ± 0.05 ms");
        assertThat(Figures.latency(latency(4_312_345, 0.005e6))).isEqualTo("4.312 ± 0.005 ms");
        assertThat(Figures.latency(latency(1_431_234_500, 12e6))).isEqualTo("1431.2 ± 12.0 ms");
    }

    @Test
    void durationsShowTheirTwoLargestUnits() {
        assertThat(Figures.duration(Duration.ofSeconds(42))).isEqualTo("42 s");
        assertThat(Figures.duration(Duration.ofSeconds(250))).isEqualTo("4 min 10 s");
        assertThat(Figures.duration(Duration.ofMinutes(72))).isEqualTo("1 h 12 min");
        assertThat(Figures.duration(Duration.ofHours(50))).isEqualTo("2 d 2 h");
    }

    @Test
    void sharesAndSizesAndPrecisions() {
        assertThat(Figures.share(0.314)).isEqualTo("31 %");
        assertThat(Figures.share(0.001)).isEqualTo("< 1 %");
        assertThat(Figures.bytes(12)).isEqualTo("12 B");
        assertThat(Figures.bytes(54_000)).isEqualTo("54.0 kB");
        assertThat(Figures.bytes(1_230_000)).isEqualTo("1.23 MB");
        assertThat(Figures.precision(0.41249)).isEqualTo("0.412");
    }

    private static LatencyReport latency(long median, double half) {
        return new LatencyReport(
                new DeviceProfile("local", "", "", 1), 10, 100, median, median - (long) half, median + (long) half, 1);
    }
}
