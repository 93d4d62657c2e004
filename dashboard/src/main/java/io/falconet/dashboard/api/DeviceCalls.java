package io.falconet.dashboard.api;

import io.falconet.results.DeviceRecord;
import io.falconet.results.MeasuredDevice;
import io.falconet.results.ResultsDb;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The devices on which latency is measured. Their secrets are not read. */
@RestController
@RequestMapping("/api/v1/devices")
final class DeviceCalls {
    private final ResultsDb db;

    DeviceCalls(ResultsDb db) {
        this.db = db;
    }

    /**
     * All devices.
     *
     * @param registered those on which agents answer
     * @param measured what trials were timed on, as it was then
     */
    record Devices(List<Registered> registered, List<Measured> measured) {}

    /** A device as it is registered. */
    record Registered(String name, String address, String processor, String runtime, String added, String seen) {
        static Registered of(DeviceRecord device) {
            return new Registered(
                    device.name(),
                    device.address(),
                    device.processor(),
                    device.runtime(),
                    device.added().toString(),
                    device.seen().toString());
        }
    }

    /** A machine with a runtime, and how many trials were timed on it. */
    record Measured(String name, String processor, String runtime, int trials, String last) {
        static Measured of(MeasuredDevice device) {
            return new Measured(
                    device.name(),
                    device.processor(),
                    device.runtime(),
                    device.trials(),
                    device.last().toString());
        }
    }

    @GetMapping
    Devices list() {
        return new Devices(
                db.devices().list().stream().map(Registered::of).toList(),
                db.devices().measured().stream().map(Measured::of).toList());
    }
}
