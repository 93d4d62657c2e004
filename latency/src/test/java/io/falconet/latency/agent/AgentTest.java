package io.falconet.latency.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falconet.latency.measure.InferenceRuntime;
import io.falconet.latency.measure.LatencyMeter;
import io.falconet.latency.measure.LatencyProtocol;
import io.falconet.latency.measure.Measurement;
import io.falconet.latency.measure.MeasurementFormat;
import io.falconet.latency.measure.SampleModels;
import io.falconet.space.outcome.DeviceProfile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTest {
    private static final byte[] MODEL = SampleModels.convolutions(32, 2);
    private static final int LONGEST = 100_000;

    @TempDir
    private static Path home;

    private static final List<String> LOG = new CopyOnWriteArrayList<>();
    private static final AtomicInteger BUSY = new AtomicInteger();
    private static AgentIdentity identity;
    private static AgentServer server;

    @BeforeAll
    static void start() throws IOException {
        identity = AgentIdentity.in(home);
        server = new AgentServer(
                new InetSocketAddress("127.0.0.1", 0), identity, LatencyProtocol.BRIEF, LONGEST, LOG::add);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static AgentClient client(String token, String fingerprint) {
        return new AgentClient(new AgentAddress("127.0.0.1:" + server.address().getPort(), token, fingerprint));
    }

    private static AgentClient client() {
        return client(identity.token(), identity.fingerprint());
    }

    @Test
    void measuresWhatItIsSent() throws Exception {
        Measurement measured = client().measure(MODEL, 1, 4);
        assertThat(measured.batch()).isEqualTo(4);
        assertThat(measured.report().medianNanos()).isPositive();
        assertThat(measured.report().device()).isEqualTo(device());
        assertThat(measured.rounds()).hasSize(2).allSatisfy(round -> assertThat(round.nanos())
                .hasSizeGreaterThanOrEqualTo(5));
        assertThat(client().device(1)).isEqualTo(device());
        assertThat(LOG).contains("127.0.0.1 POST /measure: 200");
        assertThat(MeasurementFormat.read(MeasurementFormat.write(measured))).isEqualTo(measured);
    }

    /** This machine, by the agent's address. */
    private static DeviceProfile device() {
        DeviceProfile here = LatencyMeter.device(InferenceRuntime.ONNX_RUNTIME, 1);
        return new DeviceProfile(
                "127.0.0.1:" + server.address().getPort(), here.processor(), here.runtime(), here.threads());
    }

    @Test
    void onlyThoseAreLetInWhoKnowTheToken() {
        assertRefused(
                AgentException.Cause.STRANGER,
                () -> client("guessed", identity.fingerprint()).measure(MODEL, 1, 1),
                "The agent's token was expected, found another");
    }

    @Test
    void anotherCertificateIsNotTrusted() {
        assertRefused(
                AgentException.Cause.STRANGER,
                () -> client(identity.token(), "0".repeat(64)).measure(MODEL, 1, 1),
                "found: ",
                identity.fingerprint());
    }

    @Test
    void modelsThatCannotBeTakenAreRefusedWithAReason() {
        assertRefused(
                AgentException.Cause.MODEL,
                () -> client().measure(new byte[] {1, 2, 3}, 1, 1),
                "ONNX Runtime cannot load the model");
        assertRefused(
                AgentException.Cause.MODEL,
                () -> client().measure(new byte[100 * LONGEST], 1, 1),
                "at most 100,000 bytes was expected, found 10000000");
        assertRefused(
                AgentException.Cause.REQUEST,
                () -> client().device(1000),
                "At most %d threads were expected"
                        .formatted(Runtime.getRuntime().availableProcessors()));
        assertRefused(
                AgentException.Cause.REQUEST,
                () -> client().measure(MODEL, 1000, 1),
                "At most %d threads were expected"
                        .formatted(Runtime.getRuntime().availableProcessors()));
    }

    @Test
    void aModelThatWasDamagedOnTheWayIsNotMeasured() throws Exception {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new KnownCertificate(identity.fingerprint())}, null);
        HttpResponse<String> response = HttpClient.newBuilder()
                .sslContext(tls)
                .build()
                .send(
                        HttpRequest.newBuilder(new AgentAddress(
                                                "127.0.0.1:" + server.address().getPort(),
                                                identity.token(),
                                                identity.fingerprint())
                                        .uri("/measure"))
                                .header("Authorization", "Bearer " + identity.token())
                                .header(AgentServer.THREADS, "1")
                                .header(AgentServer.BATCH, "1")
                                .header(AgentServer.DIGEST, Fingerprint.of(new byte[] {1}))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(MODEL))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("found " + Fingerprint.of(MODEL), "Maybe it was damaged on the way");
    }

    /** Two clients at once: one is told that the agent is busy, or waits until it no longer is. */
    @Test
    void oneModelIsMeasuredAtATime() throws Exception {
        byte[] slow = SampleModels.convolutions(256, 8);
        CountDownLatch both = new CountDownLatch(2);
        List<CompletableFuture<Measurement>> jobs = List.of(together(slow, both), together(slow, both));
        for (CompletableFuture<Measurement> job : jobs) {
            assertThat(job.get().report().medianNanos()).isPositive();
        }
        assertThat(BUSY).hasPositiveValue();
    }

    private static CompletableFuture<Measurement> together(byte[] model, CountDownLatch both) {
        return CompletableFuture.supplyAsync(
                () -> {
                    both.countDown();
                    try {
                        both.await();
                        return measureAtOnceOrWait(model);
                    } catch (AgentException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                work -> new Thread(work).start());
    }

    private static Measurement measureAtOnceOrWait(byte[] model) throws AgentException, InterruptedException {
        try {
            return client().measure(model, 1, 1);
        } catch (AgentException e) {
            assertThat(e.reason()).isEqualTo(AgentException.Cause.BUSY);
            BUSY.incrementAndGet();
            return client().measure(model, 1, 1, Duration.ZERO, lost -> {});
        }
    }

    @Test
    void nobodyThereIsSaidWithWhatToDo() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        AgentClient nobody = new AgentClient(new AgentAddress("127.0.0.1:" + port, "token", identity.fingerprint()));
        assertRefused(
                AgentException.Cause.LOST, () -> nobody.device(1), "127.0.0.1:" + port, "falconet agent --listen");
    }

    @Test
    void whoIsLostIsWaitedForAndToldOfOnce() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> told = new ArrayList<>();
        AgentClient lost = new AgentClient(
                new RemoteDevice("pi", new AgentAddress("127.0.0.1:" + port, "secret", identity.fingerprint())));
        assertRefused(
                AgentException.Cause.LOST,
                () -> lost.measure(MODEL, 1, 1, Duration.ofMillis(100), why -> told.add(why.getMessage())),
                "127.0.0.1:" + port);
        assertThat(told)
                .singleElement()
                .asString()
                .contains("An agent was expected")
                .doesNotContain("secret");
    }

    @Test
    void whatIsMeasuredIsKnownByTheDevicesName() throws Exception {
        AgentAddress address =
                new AgentAddress("127.0.0.1:" + server.address().getPort(), identity.token(), identity.fingerprint());
        AgentClient pi = new AgentClient(new RemoteDevice("pi", address));
        assertThat(pi.measure(MODEL, 1, 1).device().name()).isEqualTo("pi");
        assertThat(new RemoteDevice("pi", address).toString()).doesNotContain(identity.token());
    }

    @Test
    void whoItIsStaysTheSameAndPrivate() throws IOException {
        AgentIdentity again = AgentIdentity.in(home);
        assertThat(again.token()).isEqualTo(identity.token()).hasSize(48);
        assertThat(again.fingerprint()).isEqualTo(identity.fingerprint());
        for (String file : List.of("agent.token", "agent.p12")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void whatIsTypedWrongIsSaid() {
        assertThatThrownBy(() -> AgentProgram.parse(List.of("--port", "1")))
                .hasMessageContaining("found --port")
                .hasMessageContaining("--listen HOST:PORT");
        assertThatThrownBy(() -> AgentProgram.parse(List.of("--listen", "7373")))
                .hasMessageContaining("127.0.0.1:7373");
        assertThatThrownBy(() -> AgentProgram.parse(List.of("--max-model", "0")))
                .hasMessageContaining("1 megabyte");
        assertThatThrownBy(() -> new AgentAddress("raspberry", "t", "0".repeat(64)))
                .hasMessageContaining("Maybe raspberry:7373");
        assertThatThrownBy(() -> new AgentAddress("raspberry:7373", "t", "short"))
                .hasMessageContaining("64 hexadecimal digits");
    }

    /** Before it has a certificate, and before anybody can reach it. */
    @Test
    void whatCannotRunHereIsRefusedAtTheStart(@TempDir Path empty) {
        assertThatThrownBy(() -> AgentProgram.parse(List.of("--runtime", "cudo")))
                .hasMessageContaining("A runtime of onnxruntime, opencv, cuda was expected, found cudo. Maybe cuda");
        AgentProgram program = AgentProgram.parse(List.of(
                "--runtime",
                "cuda",
                "--listen",
                "127.0.0.1:0",
                "--home",
                empty.resolve("agent").toString()));
        assumeTrue(refusal().isPresent(), "skipped: CUDA runs on this machine");
        assertThatThrownBy(() -> program.run(LOG::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(refusal().orElseThrow())
                .hasMessageContaining("Maybe");
        assertThat(empty).isEmptyDirectory();
    }

    private static Optional<String> refusal() {
        try {
            InferenceRuntime.CUDA.check();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static void assertRefused(AgentException.Cause cause, ThrowingCallable work, String... parts) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        AgentException.class, e -> assertThat(e.reason()).isEqualTo(cause))
                .hasMessageContainingAll(parts);
    }
}
