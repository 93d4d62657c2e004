package io.falconet.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The devices of a results store on which agents measure latencies. Safe for use by many threads and processes at once.
 * Removing one changes no trial: what was timed on it says so itself.
 */
public final class DeviceStore {
    private static final String DEVICE =
            "SELECT name, address, certificate, processor, runtime, added_nanos, seen_nanos FROM device ";

    private final Transactions transactions;

    DeviceStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Registers a device; one of that name is replaced, but for the time when it was added.
     *
     * @param token that its agent lets in
     */
    public void put(DeviceRecord device, String token) {
        transactions.use(handle -> {
            if (write(
                            handle,
                            """
                            UPDATE device
                               SET address = :address, certificate = :certificate, token = :token,
                                   processor = :processor, runtime = :runtime, seen_nanos = :seen
                             WHERE name = :name
                            """,
                            device,
                            token)
                    == 0) {
                write(
                        handle,
                        """
                        INSERT INTO device (name, address, certificate, token, processor, runtime,
                                            added_nanos, seen_nanos)
                        VALUES (:name, :address, :certificate, :token, :processor, :runtime, :added, :seen)
                        """,
                        device,
                        token);
            }
        });
    }

    private static int write(Handle handle, String sql, DeviceRecord device, String token) {
        return handle.createUpdate(sql)
                .bind("name", device.name())
                .bind("address", device.address())
                .bind("certificate", device.certificate())
                .bind("token", token)
                .bind("processor", device.processor())
                .bind("runtime", device.runtime())
                .bind("added", Nanos.of(device.added()))
                .bind("seen", Nanos.of(device.seen()))
                .execute();
    }

    /** The device of that name. */
    public Optional<DeviceRecord> find(String name) {
        return transactions.in(handle -> handle.createQuery(DEVICE + "WHERE name = :name")
                .bind("name", name)
                .map((row, context) -> device(row))
                .findOne());
    }

    /** All devices, by name. */
    public List<DeviceRecord> list() {
        return transactions.in(handle -> handle.createQuery(DEVICE + "ORDER BY name")
                .map((row, context) -> device(row))
                .list());
    }

    /** The secret by which the device's agent lets in. */
    public Optional<String> token(String name) {
        return transactions.in(handle -> handle.createQuery("SELECT token FROM device WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    /** Notes that a device's agent answered, and what runs models there now. */
    public void seen(String name, String runtime, Instant now) {
        transactions.use(handle -> handle.createUpdate(
                        "UPDATE device SET runtime = :runtime, seen_nanos = :now WHERE name = :name")
                .bind("name", name)
                .bind("runtime", runtime)
                .bind("now", Nanos.of(now))
                .execute());
    }

    /** Forgets a device and its secret. Where there is none of that name, nothing changes. */
    public void remove(String name) {
        transactions.use(handle -> handle.createUpdate("DELETE FROM device WHERE name = :name")
                .bind("name", name)
                .execute());
    }

    /** On what the store's trials were timed, by name. */
    public List<MeasuredDevice> measured() {
        return transactions.in(handle -> handle.createQuery(
                        """
                        SELECT o.device_name, o.device_processor, o.device_runtime,
                               COUNT(*) AS trials, MAX(t.finished_nanos) AS last_nanos
                          FROM outcome o
                          JOIN trial t ON t.study_id = o.study_id AND t.number = o.number
                         WHERE o.device_name IS NOT NULL AND t.reused_study_id IS NULL
                         GROUP BY o.device_name, o.device_processor, o.device_runtime
                         ORDER BY o.device_name, o.device_processor, o.device_runtime
                        """)
                .map((row, context) -> new MeasuredDevice(
                        row.getString("device_name"),
                        row.getString("device_processor"),
                        row.getString("device_runtime"),
                        row.getInt("trials"),
                        Nanos.instant(row.getLong("last_nanos"))))
                .list());
    }

    private static DeviceRecord device(ResultSet row) throws SQLException {
        return new DeviceRecord(
                row.getString("name"),
                row.getString("address"),
                row.getString("certificate"),
                row.getString("processor"),
                row.getString("runtime"),
                Nanos.instant(row.getLong("added_nanos")),
                Nanos.instant(row.getLong("seen_nanos")));
    }
}
