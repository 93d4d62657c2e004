package io.falconet.dashboard.device;

import io.falconet.results.DeviceRecord;
import io.falconet.results.MeasuredDevice;
import io.falconet.results.ResultsDb;
import io.falconet.space.outcome.DeviceProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A device by its name: as it is registered, and as trials found it.
 *
 * @param registered how it is reached; nothing for this machine, and for one that was removed
 * @param measured what trials were timed on under that name, mostly one machine with one runtime
 */
record KnownDevice(String name, Optional<DeviceRecord> registered, List<MeasuredDevice> measured) {
    /** All devices of a store, by name; the machine that evaluates is always among them. */
    static List<KnownDevice> read(ResultsDb db) {
        Map<String, List<MeasuredDevice>> measured =
                db.devices().measured().stream().collect(Collectors.groupingBy(MeasuredDevice::name));
        Map<String, KnownDevice> known = new TreeMap<>();
        measured.forEach((name, found) -> known.put(name, new KnownDevice(name, Optional.empty(), found)));
        known.putIfAbsent(DeviceProfile.LOCAL, new KnownDevice(DeviceProfile.LOCAL, Optional.empty(), List.of()));
        db.devices()
                .list()
                .forEach(device -> known.put(
                        device.name(),
                        new KnownDevice(
                                device.name(), Optional.of(device), measured.getOrDefault(device.name(), List.of()))));
        return new ArrayList<>(known.values());
    }

    boolean local() {
        return name.equals(DeviceProfile.LOCAL);
    }

    /** What it is: as it says itself, or else as the latest of its trials found it; nothing where there is neither. */
    Optional<Machine> machine() {
        return registered
                .map(device -> new Machine(device.processor(), device.runtime()))
                .or(() -> measured.stream()
                        .max(Comparator.comparing(MeasuredDevice::last))
                        .map(Machine::of));
    }

    /** What was timed on it as it is. */
    Optional<MeasuredDevice> now() {
        return measured.stream()
                .filter(each -> machine().equals(Optional.of(Machine.of(each))))
                .findFirst();
    }

    /** What was timed on it as it was before: another machine, or another runtime. */
    List<MeasuredDevice> before() {
        return measured.stream()
                .filter(each -> !machine().equals(Optional.of(Machine.of(each))))
                .toList();
    }

    /** What follows a device's name. */
    record Machine(String processor, String runtime) {
        static Machine of(MeasuredDevice measured) {
            return new Machine(measured.processor(), measured.runtime());
        }
    }
}
