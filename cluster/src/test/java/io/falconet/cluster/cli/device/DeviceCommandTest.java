package io.falconet.cluster.cli.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import io.falconet.latency.agent.AgentIdentity;
import io.falconet.latency.agent.AgentServer;
import io.falconet.latency.measure.LatencyProtocol;
import io.falconet.results.DeviceRecord;
import io.falconet.results.ResultsDb;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices by name, with a real agent on this machine. */
class DeviceCommandTest {
    @TempDir
    private static Path home;

    @TempDir
    private Path folder;

    private AgentIdentity identity;
    private AgentServer agent;

    @BeforeEach
    void start() throws IOException {
        identity = AgentIdentity.in(home);
        agent = new AgentServer(
                new InetSocketAddress("127.0.0.1", 0), identity, LatencyProtocol.BRIEF, 50 << 20, line -> {});
    }

    @AfterEach
    void stop() {
        agent.close();
    }

    @Test
    void anAddedDeviceIsMeasuredByItsName() throws IOException {
        Typed added = add("pi");
        assertThat(added.code()).isZero();
        assertThat(added.err()).contains("pi is ", "ONNX Runtime 1.", "profile nanodet-m --device pi", "device: pi");

        Typed profile = type("profile", "zoo:model=nanodet-m,input=64", "--device", "pi", "--format", "csv");
        assertThat(profile.code()).as(profile.err()).isZero();
        assertThat(profile.out()).contains("nanodet-m-64,1,");
        assertThat(type("device", "check").out()).contains("pi      yes");
    }

    @Test
    void theListHasThisMachineAndNoSecrets() throws IOException {
        add("pi");
        Typed typed = type("device", "list", "--format", "json");
        JsonNode rows = new ObjectMapper().readTree(typed.out());
        assertThat(rows.findValuesAsText("device")).containsExactly("local", "pi");
        assertThat(rows.at("/1/address").asText()).isEqualTo(address());
        assertThat(rows.at("/1/trials").asInt()).isZero();
        assertThat(type("device", "list").out()
                        + typed.out()
                        + type("device", "check").out())
                .doesNotContain(identity.token());
    }

    @Test
    void aDeviceThatIsForgottenIsUnknownAndItsNearestIsOffered() {
        add("jetson");
        add("pi");
        assertThat(type("device", "remove", "pi").code()).isZero();
        Typed unknown = type("profile", "nanodet-m", "--device", "jetsn");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .contains(
                        "There is no device named jetsn; known: local, jetson.",
                        "Maybe jetson is meant; else falconet device add jetsn --address");
        assertThat(type("device", "remove", "pi").err()).contains("Maybe falconet device add pi --address HOST:PORT");
    }

    @Test
    void anAgentThatLetsNobodyInIsNotRegistered() {
        Typed typed =
                type("device", "add", "pi", "--address", address(), "--token", "guessed", "--certificate", proof());
        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err())
                .contains("The agent's token was expected, found another")
                .doesNotContain("guessed");
        assertThat(type("device", "list").out()).doesNotContain("pi ");
    }

    @Test
    void namesThatAreAddressesOrThisMachineAreRefused() {
        for (String name : List.of("local", "pi:7373", "my pi")) {
            Typed typed = add(name);
            assertThat(typed.code()).as(name).isEqualTo(2);
            assertThat(typed.err()).contains("found \"" + name + "\"", "Maybe raspberry");
        }
    }

    @Test
    void aNameStandsForOneMachine() {
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            db.devices()
                    .put(
                            new DeviceRecord(
                                    "pi", address(), proof(), "Pi 3, 4 cores", "none", Instant.EPOCH, Instant.EPOCH),
                            identity.token());
        }
        Typed added = add("pi");
        assertThat(added.code()).isEqualTo(2);
        assertThat(added.err()).contains("Device pi is Pi 3, 4 cores, found", "Maybe add that one under another name");
        Typed checked = type("device", "check", "pi");
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out()).contains("pi      no", "Device pi is Pi 3, 4 cores, found");
    }

    @Test
    void addedAgainADeviceIsReachedAnew() throws IOException {
        add("pi");
        String before = address();
        agent.close();
        start();
        assertThat(type("device", "check").code()).isEqualTo(1);
        assertThat(add("pi").code()).isZero();
        assertThat(type("device", "check").code()).isZero();
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            assertThat(db.devices().find("pi").map(DeviceRecord::address))
                    .isEqualTo(Optional.of(address()))
                    .isNotEqualTo(Optional.of(before));
        }
    }

    private Typed add(String name) {
        return type(
                "device", "add", name, "--address", address(), "--token", identity.token(), "--certificate", proof());
    }

    private String address() {
        return "127.0.0.1:" + agent.address().getPort();
    }

    private String proof() {
        return identity.fingerprint();
    }

    private Typed type(String... words) {
        List<String> typed = new ArrayList<>(List.of(words));
        typed.add("--data-dir=" + folder);
        return Typed.run(typed.toArray(String[]::new));
    }
}
