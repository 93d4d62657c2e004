package io.falconet.dashboard.device;

import io.falconet.results.CalibrationPoint;
import io.falconet.results.ResultsDb;
import io.falconet.space.outcome.DeviceProfile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What was measured on a device to foresee latencies there.
 *
 * @param device as it was then
 * @param networks how many were measured
 * @param last when the latest of them was
 * @param noise half the width of an interval as a part of its median, in the median of all
 * @param disturbed how many of them something else on the device slowed down all the time
 */
record Calibration(DeviceProfile device, int networks, Instant last, double noise, long disturbed) {
    /** Those of the device of a name, the latest first. */
    static List<Calibration> read(ResultsDb db, String name) {
        return db.calibrations().devices().stream()
                .filter(device -> device.name().equals(name))
                .map(device -> of(device, db.calibrations().list(device)))
                .sorted(Comparator.comparing(Calibration::last).reversed())
                .toList();
    }

    /** Of at least one measurement. */
    static Calibration of(DeviceProfile device, List<CalibrationPoint> points) {
        double[] widths = points.stream()
                .map(CalibrationPoint::latency)
                .mapToDouble(report -> (report.highNanos() - report.lowNanos()) / 2.0 / report.medianNanos())
                .sorted()
                .toArray();
        return new Calibration(
                device,
                points.size(),
                points.stream()
                        .map(CalibrationPoint::measured)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                (widths[(widths.length - 1) / 2] + widths[widths.length / 2]) / 2,
                points.stream()
                        .filter(point -> point.latency().disturbance().isPresent())
                        .count());
    }
}
