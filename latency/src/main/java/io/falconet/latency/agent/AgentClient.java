package io.falconet.latency.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.latency.measure.Measurement;
import io.falconet.latency.measure.MeasurementFormat;
import io.falconet.space.outcome.DeviceProfile;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Has models measured by an agent. A request that failed can be made again: an agent keeps nothing of it. Thread-safe. */
public final class AgentClient {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration MEASURING = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Longer than any queue of measurements: the agent hangs. */
    private static final Duration LONGEST_QUEUE = Duration.ofHours(2);

    private static final int OK = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final AgentAddress agent;
    private final HttpClient http;

    /** A client to whom the device is known by the name of its address. */
    public AgentClient(AgentAddress agent) {
        this(new RemoteDevice(agent.address(), agent));
    }

    public AgentClient(RemoteDevice device) {
        this.name = device.name();
        this.agent = device.agent();
        this.http = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls(agent.fingerprint()))
                .build();
    }

    private static SSLContext tls(String fingerprint) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new KnownCertificate(fingerprint)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has TLS.", e);
        }
    }

    /**
     * What the agent runs on. Tells at once whether it is there, lets in, and has so many cores.
     *
     * @param threads that one inference will use
     * @throws AgentException if it does not answer, or cannot
     */
    public DeviceProfile device(int threads) throws AgentException, InterruptedException {
        HttpRequest request = request("/device")
                .timeout(CONNECTING)
                .header(AgentServer.THREADS, String.valueOf(threads))
                .GET()
                .build();
        try {
            return JSON.readValue(send(request), DeviceProfile.class).named(name);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Has a model measured.
     *
     * @param model an ONNX file's content
     * @param threads that one inference may use
     * @param batch images at a time
     * @throws AgentException if it was not
     */
    public Measurement measure(byte[] model, int threads, int batch) throws AgentException, InterruptedException {
        send(request("/turn")
                .timeout(CONNECTING)
                .header(AgentServer.LENGTH, String.valueOf(model.length))
                .GET()
                .build());
        HttpRequest request = request("/measure")
                .timeout(MEASURING)
                .header(AgentServer.DIGEST, Fingerprint.of(model))
                .header(AgentServer.THREADS, String.valueOf(threads))
                .header(AgentServer.BATCH, String.valueOf(batch))
                .POST(HttpRequest.BodyPublishers.ofByteArray(model))
                .build();
        try {
            Measurement there = MeasurementFormat.read(send(request));
            return new Measurement(
                    there.device().named(name),
                    there.batch(),
                    there.before(),
                    there.after(),
                    there.anchorNanos(),
                    there.rounds());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * The same, tried again: as long as the agent measures for others, and for a while where it is lost.
     *
     * @param patience how long is waited for one that is lost
     * @param lost hears why each time that it is lost
     */
    public Measurement measure(byte[] model, int threads, int batch, Duration patience, Consumer<AgentException> lost)
            throws AgentException, InterruptedException {
        long begin = System.nanoTime();
        OptionalLong lostSince = OptionalLong.empty();
        while (true) {
            try {
                return measure(model, threads, batch);
            } catch (AgentException e) {
                long now = System.nanoTime();
                boolean busy = e.reason() == AgentException.Cause.BUSY;
                if (busy) {
                    lostSince = OptionalLong.empty();
                } else if (e.passes() && lostSince.isEmpty()) {
                    lostSince = OptionalLong.of(now);
                    lost.accept(e);
                }
                long waited = now - (busy ? begin : lostSince.orElse(now));
                if (!e.passes() || waited > (busy ? LONGEST_QUEUE : patience).toNanos()) {
                    throw e;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(agent.uri(path)).header("Authorization", "Bearer " + agent.token());
    }

    private byte[] send(HttpRequest request) throws AgentException, InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            if (showsAnotherCertificate(e)) {
                throw new AgentException(
                        AgentException.Cause.STRANGER,
                        "The agent at %s with the certificate %s was expected, found: %s. Maybe it was set up anew; it says its certificate at its start."
                                .formatted(agent.address(), agent.fingerprint(), e.getMessage()),
                        e);
            }
            throw new AgentException(
                    AgentException.Cause.LOST,
                    "An agent was expected at %s, found none: %s. Maybe start it there: falconet agent --listen 0.0.0.0:7373."
                            .formatted(agent.address(), reason(e)),
                    e);
        }
        if (response.statusCode() != OK) {
            throw refused(response);
        }
        return response.body();
    }

    /** What broke a connection, in words: one that is refused has none of its own. */
    private static String reason(IOException failure) {
        String message = failure.getMessage();
        if (message != null) {
            return message;
        }
        return failure instanceof ConnectException
                ? "nobody answers"
                : failure.getClass().getSimpleName();
    }

    /** Other failures of TLS are those of a connection that breaks. */
    private static boolean showsAnotherCertificate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    private AgentException refused(HttpResponse<byte[]> response) {
        AgentException.Cause cause =
                switch (response.statusCode()) {
                    case AgentServer.BUSY -> AgentException.Cause.BUSY;
                    case AgentServer.NOT_LET_IN -> AgentException.Cause.STRANGER;
                    case AgentServer.STOPPING -> AgentException.Cause.LOST;
                    case AgentServer.DAMAGED -> AgentException.Cause.DAMAGED;
                    case AgentServer.WRONG_REQUEST -> AgentException.Cause.REQUEST;
                    default -> AgentException.Cause.MODEL;
                };
        String said;
        try {
            said = JSON.readTree(response.body()).path("error").asText("status " + response.statusCode());
        } catch (IOException e) {
            said = "status " + response.statusCode();
        }
        return new AgentException(cause, "The agent at %s: %s".formatted(agent.address(), said));
    }

    private AgentException unreadable(IOException e) {
        return new AgentException(
                AgentException.Cause.REQUEST,
                "An agent's answer was expected from %s, found: %s. Maybe it is of another release."
                        .formatted(agent.address(), e.getMessage()),
                e);
    }
}
