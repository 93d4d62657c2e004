package io.falconet.dashboard.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.results.CalibrationPoint;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.LatencyReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final DeviceProfile PI = new DeviceProfile("pi", "Pi 5", "ORT", 1);

    @Test
    void noiseIsThatOfTheMedianNetwork() {
        Calibration calibration =
                Calibration.of(PI, List.of(point(1000, 10, 1), point(1000, 20, 3), point(2000, 200, 2)));
        assertThat(calibration.networks()).isEqualTo(3);
        assertThat(calibration.last()).isEqualTo(Instant.ofEpochSecond(3));
        assertThat(calibration.noise()).isCloseTo(0.02, within(1e-9));
        assertThat(calibration.disturbed()).isZero();
    }

    private static CalibrationPoint point(long median, long half, long second) {
        return new CalibrationPoint(
                "n" + second,
                "toy:a=1",
                2,
                new LatencyReport(PI, 1, 9, median, median - half, median + half, 1, Optional.empty()),
                Instant.ofEpochSecond(second));
    }
}
