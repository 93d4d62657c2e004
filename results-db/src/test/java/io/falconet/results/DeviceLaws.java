package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static io.falconet.results.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for registered devices, whichever database is underneath. */
abstract class DeviceLaws extends ReuseLaws {
    private static DeviceRecord device(String name, String address) {
        return new DeviceRecord(name, address, "a".repeat(64), "Pi 5, 4 cores", "ONNX Runtime 1.28.0", NOW, NOW);
    }

    @Test
    void devicesAreFoundByNameAndListedInItsOrder() {
        DeviceRecord pi = device("pi", "pi:7373");
        DeviceRecord jetson = device("jetson", "10.0.0.7:7373");
        db.devices().put(pi, "secret of pi");
        db.devices().put(jetson, "secret of jetson");
        assertThat(db.devices().list()).containsExactly(jetson, pi);
        assertThat(db.devices().find("pi")).contains(pi);
        assertThat(db.devices().find("phone")).isEmpty();
        assertThat(db.devices().token("pi")).contains("secret of pi");
        assertThat(db.devices().token("phone")).isEmpty();
    }

    @Test
    void aDeviceIsReplacedAndItsAgeIsKept() {
        db.devices().put(device("pi", "pi:7373"), "old");
        DeviceRecord moved = new DeviceRecord(
                "pi",
                "raspberry:7374",
                "b".repeat(64),
                "Pi 5, 4 cores",
                "ONNX Runtime 1.29.0",
                NOW.plusSeconds(9),
                NOW.plusSeconds(9));
        db.devices().put(moved, "new");
        assertThat(db.devices().list())
                .containsExactly(new DeviceRecord(
                        moved.name(),
                        moved.address(),
                        moved.certificate(),
                        moved.processor(),
                        moved.runtime(),
                        NOW,
                        moved.seen()));
        assertThat(db.devices().token("pi")).contains("new");
    }

    @Test
    void signsOfLifeAreNoted() {
        db.devices().put(device("pi", "pi:7373"), "secret");
        db.devices().seen("pi", "ONNX Runtime 1.30.0", NOW.plusSeconds(60));
        db.devices().seen("phone", "ONNX Runtime 1.30.0", NOW.plusSeconds(60));
        assertThat(db.devices().list()).singleElement().satisfies(pi -> {
            assertThat(pi.runtime()).isEqualTo("ONNX Runtime 1.30.0");
            assertThat(pi.seen()).isEqualTo(NOW.plusSeconds(60));
            assertThat(pi.added()).isEqualTo(NOW);
        });
    }

    @Test
    void aRemovedDeviceLeavesItsTrialsAndNoSecret() {
        db.devices().put(device("pi", "pi:7373"), "secret");
        Claim claim = claimed("pcb");
        record(claim, 0, Samples.evaluated("data", Optional.of("pi")));
        db.devices().remove("pi");
        db.devices().remove("pi");
        assertThat(db.devices().list()).isEmpty();
        assertThat(db.devices().token("pi")).isEmpty();
        assertThat(db.trials().outcome(claim.studyId(), 0)).contains(Samples.evaluated("data", Optional.of("pi")));
    }

    @Test
    void onWhatTrialsWereTimedIsCountedWithoutCopies() {
        Claim claim = claimed("pcb");
        record(claim, 0, Samples.evaluated("data", Optional.of("pi")));
        record(claim, 1, Samples.evaluated("data", Optional.of("pi")));
        record(claim, 2, Samples.evaluated("data", Optional.of("local")));
        record(claim, 3, Samples.evaluated("data", Optional.empty()));
        db.trials().propose(claim, request(4), NOW);
        db.trials()
                .record(
                        claim,
                        4,
                        Samples.evaluated("data", Optional.of("pi")),
                        Optional.of(new TrialReference("pcb", 0)),
                        List.of(),
                        NOW);
        assertThat(db.devices().measured())
                .containsExactly(
                        new MeasuredDevice("local", "a processor", "a runtime 1.0", 1, NOW),
                        new MeasuredDevice("pi", "a processor", "a runtime 1.0", 2, NOW));
    }
}
