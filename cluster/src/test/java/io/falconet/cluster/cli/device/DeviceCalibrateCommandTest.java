package io.falconet.cluster.cli.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import io.falconet.latency.agent.AgentIdentity;
import io.falconet.latency.agent.AgentServer;
import io.falconet.latency.kernel.Work;
import io.falconet.latency.measure.InferenceRuntime;
import io.falconet.latency.measure.LatencyMeter;
import io.falconet.latency.measure.LatencyProtocol;
import io.falconet.results.CalibrationPoint;
import io.falconet.results.ResultsDb;
import io.falconet.space.graph.Network;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.space.SearchSpaces;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceCalibrateCommandTest {
    @TempDir
    private Path folder;

    private Typed type(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--data-dir", folder.toString()));
        return Typed.run(all.toArray(String[]::new));
    }

    /** A device on which 50 multiply-accumulates take a nanosecond and a call two microseconds. */
    private void measure(int networks) {
        DeviceProfile here = LatencyMeter.device(InferenceRuntime.ONNX_RUNTIME, 1);
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            for (DrawnNetworks.Drawn drawn : new DrawnNetworks(SearchSpaces.named("small-objects"), 1).next(networks)) {
                long nanos = nanos(drawn.detector().network());
                db.calibrations()
                        .put(new CalibrationPoint(
                                drawn.id(),
                                drawn.architecture().text(),
                                DrawnNetworks.CLASSES,
                                new LatencyReport(here, 10, 100, nanos, nanos, nanos, 1),
                                Instant.ofEpochSecond(1)));
            }
        }
    }

    private static long nanos(Network network) {
        double[] work = Work.of(network);
        return Math.round(0.02 * work[Work.POINTWISE.ordinal()]
                + 0.02 * work[Work.DENSE.ordinal()]
                + 0.03 * work[Work.FIRST.ordinal()]
                + 2000 * work[Work.CALLS.ordinal()]);
    }

    @Test
    void whatIsKnownIsNotMeasuredAgain() throws IOException {
        measure(40);
        Typed typed = type("device", "calibrate", "--networks", "30", "--check", "10", "--format", "json");
        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err())
                .contains("0 networks to measure, 40 known", "profile nanodet-m --device local --predicted");
        JsonNode rows = new ObjectMapper().readTree(typed.out());
        assertThat(rows.findValuesAsText("measured")).containsExactly("in turn held out", "never learned from");
        assertThat(rows.findValuesAsText("networks")).containsExactly("30", "10");
        assertThat(rows.at("/1/median_error").doubleValue()).isLessThan(1);
    }

    @Test
    void aCalibratedDeviceTellsWhatModelsTakeWithoutMeasuring() throws IOException {
        measure(30);
        Typed typed = type("profile", "zoo:model=nanodet-m,input=128", "yolov5n", "--predicted", "--format", "json");
        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err()).contains("Not measured: expected on local, from 30 networks that were");
        JsonNode rows = new ObjectMapper().readTree(typed.out());
        assertThat(rows.at("/0/latency_ms").doubleValue())
                .isBetween(
                        rows.at("/0/latency_low_ms").doubleValue(),
                        rows.at("/0/latency_high_ms").doubleValue());
        assertThat(rows.at("/1/latency_ms").doubleValue())
                .isGreaterThan(10 * rows.at("/0/latency_ms").doubleValue());
    }

    @Test
    void whatWasNotCalibratedPredictsNothing() {
        measure(5);
        Typed typed = type("profile", "nanodet-m", "--predicted");
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .contains("local was expected to be calibrated with 20 networks at least")
                .contains("Maybe falconet device calibrate local --threads 1 first.");
        assertThat(type("profile", "nanodet-m", "--predicted", "--batch-sizes", "32")
                        .err())
                .contains("With --predicted single images are timed");
        assertThat(type("device", "calibrate", "--networks", "3").err())
                .contains("At least 10 networks to learn from", "found 3");
        assertThat(type("device", "calibrate", "--networks", "12").err())
                .contains("or another device in the store that is calibrated; found 12 and none.");
        assertThat(type("device", "calibrate", "jetson").err()).contains("There is no device named jetson");
    }

    @Test
    void aDeviceIsCalibratedThroughItsAgent(@TempDir Path home) throws IOException {
        AgentIdentity identity = AgentIdentity.in(home);
        try (AgentServer agent = new AgentServer(
                new InetSocketAddress("127.0.0.1", 0), identity, LatencyProtocol.BRIEF, 50 << 20, line -> {})) {
            type(
                    "device",
                    "add",
                    "pi",
                    "--address",
                    "127.0.0.1:" + agent.address().getPort(),
                    "--token",
                    identity.token(),
                    "--certificate",
                    identity.fingerprint());
            measure(30);
            Typed typed = type("device", "calibrate", "pi", "--networks", "10", "--check", "5");
            assertThat(typed.out()).contains("in turn held out");
            assertThat(typed.err()).contains("15 networks to measure, 0 known");
            assertThat(type("device", "calibrate", "pi", "--networks", "10").err())
                    .contains("0 networks to measure, 10 known");
        }
    }
}
