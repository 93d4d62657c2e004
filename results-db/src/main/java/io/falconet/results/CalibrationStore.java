package io.falconet.results;

import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.LatencyReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was measured to learn latencies from, by device. Safe for use by many threads and processes at once. */
public final class CalibrationStore {
    private static final String OF_DEVICE =
            """
             WHERE device_name = :name AND device_processor = :processor
               AND device_runtime = :runtime AND device_threads = :threads
            """;

    private final Transactions transactions;

    CalibrationStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps a measurement; one of the same network on the same device is replaced. */
    public void put(CalibrationPoint point) {
        transactions.use(handle -> {
            handle.createUpdate("DELETE FROM calibration" + OF_DEVICE + " AND network = :network")
                    .bindMap(columns(point.latency().device()))
                    .bind("network", point.network())
                    .execute();
            insert(handle, point);
        });
    }

    private static void insert(Handle handle, CalibrationPoint point) {
        LatencyReport latency = point.latency();
        handle.createUpdate(
                        """
                        INSERT INTO calibration (device_name, device_processor, device_runtime, device_threads,
                                                 network, architecture, classes, warmup_runs, runs, median_nanos,
                                                 low_nanos, high_nanos, mad_nanos, disturbance, measured_nanos)
                        VALUES (:name, :processor, :runtime, :threads, :network, :architecture, :classes, :warmup,
                                :runs, :median, :low, :high, :mad, :disturbance, :measured)
                        """)
                .bindMap(columns(latency.device()))
                .bind("network", point.network())
                .bind("architecture", point.architecture())
                .bind("classes", point.classes())
                .bind("warmup", latency.warmupRuns())
                .bind("runs", latency.runs())
                .bind("median", latency.medianNanos())
                .bind("low", latency.lowNanos())
                .bind("high", latency.highNanos())
                .bind("mad", latency.madNanos())
                .bind("disturbance", latency.disturbance())
                .bind("measured", Nanos.of(point.measured()))
                .execute();
    }

    /** What was measured on exactly that device, in the order in which it was. */
    public List<CalibrationPoint> list(DeviceProfile device) {
        return transactions.in(handle -> handle.createQuery(
                        "SELECT * FROM calibration" + OF_DEVICE + " ORDER BY measured_nanos, network")
                .bindMap(columns(device))
                .map((row, context) -> point(row))
                .list());
    }

    /** The devices on which anything was measured. */
    public List<DeviceProfile> devices() {
        return transactions.in(handle -> handle.createQuery(
                        """
                        SELECT DISTINCT device_name, device_processor, device_runtime, device_threads
                          FROM calibration
                         ORDER BY device_name, device_processor, device_runtime, device_threads
                        """)
                .map((row, context) -> device(row))
                .list());
    }

    private static DeviceProfile device(ResultSet row) throws SQLException {
        return new DeviceProfile(
                row.getString("device_name"),
                row.getString("device_processor"),
                row.getString("device_runtime"),
                row.getInt("device_threads"));
    }

    private static Map<String, Object> columns(DeviceProfile device) {
        return Map.of(
                "name", device.name(),
                "processor", device.processor(),
                "runtime", device.runtime(),
                "threads", device.threads());
    }

    private static CalibrationPoint point(ResultSet row) throws SQLException {
        return new CalibrationPoint(
                row.getString("network"),
                row.getString("architecture"),
                row.getInt("classes"),
                new LatencyReport(
                        device(row),
                        row.getInt("warmup_runs"),
                        row.getInt("runs"),
                        row.getLong("median_nanos"),
                        row.getLong("low_nanos"),
                        row.getLong("high_nanos"),
                        row.getLong("mad_nanos"),
                        Optional.ofNullable(row.getString("disturbance"))),
                Nanos.instant(row.getLong("measured_nanos")));
    }
}
