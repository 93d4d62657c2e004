package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.LatencyReport;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for what was measured to calibrate devices, whichever database is underneath. */
abstract class CalibrationLaws extends PeopleLaws {
    private static final DeviceProfile PI = new DeviceProfile("pi", "Pi 5, 4 cores", "ONNX Runtime 1.28.0", 1);

    private static CalibrationPoint point(String network, DeviceProfile device, long nanos, long seconds) {
        return new CalibrationPoint(
                network,
                "zoo:model=" + network,
                1,
                new LatencyReport(
                        device, 9, 90, nanos, nanos - 5, nanos + 5, 2, Optional.of("others had 12 % of the core")),
                NOW.plusSeconds(seconds));
    }

    @Test
    void calibrationsAreListedByExactlyTheirDeviceInTheirOrder() {
        CalibrationPoint later = point("0123456789abcdef", PI, 1000, 2);
        CalibrationPoint earlier = point("1123456789abcdef", PI, 2000, 1);
        db.calibrations().put(later);
        db.calibrations().put(earlier);
        db.calibrations().put(point("0123456789abcdef", PI.named("other"), 3000, 3));
        assertThat(db.calibrations().list(PI)).containsExactly(earlier, later);
        assertThat(db.calibrations().devices()).containsExactly(PI.named("other"), PI);
        assertThat(db.calibrations().list(new DeviceProfile("pi", PI.processor(), PI.runtime(), 4)))
                .isEmpty();
        assertThat(db.calibrations().list(new DeviceProfile("pi", PI.processor(), "ONNX Runtime 1.30.0", 1)))
                .isEmpty();
    }

    @Test
    void aNetworkMeasuredAgainIsReplaced() {
        db.calibrations().put(point("0123456789abcdef", PI, 1000, 1));
        CalibrationPoint again = point("0123456789abcdef", PI, 900, 2);
        db.calibrations().put(again);
        assertThat(db.calibrations().list(PI)).containsExactly(again);
    }
}
