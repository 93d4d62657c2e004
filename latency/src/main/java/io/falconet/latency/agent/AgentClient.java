package io.falconet.latency.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.latency.measure.Measurement;
import io.falconet.latency.measure.MeasurementFormat;
import io.falconet.space.outcome.DeviceProfile;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/** Has models measured by an agent. A request that failed can be made again: an agent keeps nothing of it. Thread-safe. */
public final class AgentClient {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration MEASURING = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int OK = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AgentAddress agent;
    private final HttpClient http;

    public AgentClient(AgentAddress agent) {
        this.agent = agent;
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
     * What the agent runs on, by the name of its address. Tells at once whether it is there and lets in.
     *
     * @throws AgentException if it does not answer
     */
    public DeviceProfile device() throws AgentException, InterruptedException {
        HttpRequest request = request("/device").timeout(CONNECTING).GET().build();
        try {
            return named(JSON.readValue(send(request), DeviceProfile.class));
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
        HttpRequest request = request("/measure")
                .timeout(MEASURING)
                .header(AgentServer.DIGEST, Fingerprint.of(model))
                .header(AgentServer.THREADS, String.valueOf(threads))
                .header(AgentServer.BATCH, String.valueOf(batch))
                .POST(HttpRequest.BodyPublishers.ofByteArray(model))
                .build();
        try {
            Measurement there = MeasurementFormat.read(send(request));
            return new Measurement(named(there.device()), there.batch(), there.before(), there.after(), there.rounds());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * The same, tried again as long as the agent is busy or lost.
     *
     * @param patience after which what keeps it from measuring is told
     */
    public Measurement measure(byte[] model, int threads, int batch, Duration patience)
            throws AgentException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return measure(model, threads, batch);
            } catch (AgentException e) {
                if (!e.passes() || System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    /** To itself the agent's machine is the local one. */
    private DeviceProfile named(DeviceProfile itself) {
        return new DeviceProfile(agent.address(), itself.processor(), itself.runtime(), itself.threads());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(agent.uri(path)).header("Authorization", "Bearer " + agent.token());
    }

    private byte[] send(HttpRequest request) throws AgentException, InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (SSLException e) {
            throw new AgentException(
                    AgentException.Cause.STRANGER,
                    "The agent at %s with the certificate %s was expected, found: %s. Maybe it was set up anew; it says its certificate at its start."
                            .formatted(agent.address(), agent.fingerprint(), e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new AgentException(
                    AgentException.Cause.LOST,
                    "An agent was expected at %s, found none: %s. Maybe start it there: falconet agent --listen 0.0.0.0:7373."
                            .formatted(
                                    agent.address(),
                                    e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
                    e);
        }
        if (response.statusCode() != OK) {
            throw refused(response);
        }
        return response.body();
    }

    private AgentException refused(HttpResponse<byte[]> response) {
        AgentException.Cause cause =
                switch (response.statusCode()) {
                    case AgentServer.BUSY -> AgentException.Cause.BUSY;
                    case AgentServer.NOT_LET_IN -> AgentException.Cause.STRANGER;
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
                AgentException.Cause.LOST,
                "An agent's answer was expected from %s, found: %s. Maybe it is of another release."
                        .formatted(agent.address(), e.getMessage()),
                e);
    }
}
