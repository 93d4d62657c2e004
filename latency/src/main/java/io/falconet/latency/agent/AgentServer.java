package io.falconet.latency.agent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.falconet.latency.measure.ComputeGate;
import io.falconet.latency.measure.LatencyMeter;
import io.falconet.latency.measure.LatencyProtocol;
import io.falconet.latency.measure.Measurement;
import io.falconet.latency.measure.MeasurementFormat;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The agent: measures models that clients send, one at a time, on the machine where it runs.
 *
 * <p>{@code GET /device} says what the machine is, {@code GET /turn} whether it would take a model of
 * some length now. {@code POST /measure} with a model's ONNX file as its body measures it. Answers are JSON; what went wrong is said in {@code error}.
 */
public final class AgentServer implements AutoCloseable {
    static final String DIGEST = "Falconet-Sha256";
    static final String THREADS = "Falconet-Threads";
    static final String BATCH = "Falconet-Batch";
    static final String LENGTH = "Falconet-Length";

    static final int NOT_LET_IN = 401;
    static final int BUSY = 409;
    static final int NO_LENGTH = 411;
    static final int TOO_LARGE = 413;
    static final int NOT_LOADED = 415;
    static final int DAMAGED = 422;
    static final int STOPPING = 503;
    static final int WRONG_REQUEST = 400;
    private static final int OK = 200;
    private static final int FAILED = 500;
    private static final int TALKERS = 4;
    private static final int DRAINED = 4;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpsServer server;
    private final ExecutorService talkers = Executors.newFixedThreadPool(TALKERS);
    private final ReentrantLock job = new ReentrantLock();
    private final LatencyMeter meter;
    private final byte[] token;
    private final long longestModel;
    private final Consumer<String> log;

    /**
     * Starts to listen.
     *
     * @param address where; port 0 for any free one
     * @param meter that measures the models
     * @param longestModel bytes of a model's file, at most
     * @param log hears a line a request
     * @throws IOException if nobody can listen there
     */
    public AgentServer(
            InetSocketAddress address,
            AgentIdentity identity,
            LatencyMeter meter,
            long longestModel,
            Consumer<String> log)
            throws IOException {
        this.meter = meter;
        this.token = bytes("Bearer " + identity.token());
        this.longestModel = longestModel;
        this.log = log;
        server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity.tls()));
        server.setExecutor(talkers);
        server.createContext("/device", exchange -> answer(exchange, "GET", this::device));
        server.createContext("/turn", exchange -> answer(exchange, "GET", this::turn));
        server.createContext("/measure", exchange -> answer(exchange, "POST", this::measure));
        server.createContext(
                "/",
                exchange -> answer(exchange, "GET", other -> {
                    throw new Refusal(
                            WRONG_REQUEST,
                            "An agent answers /device, /turn and /measure, found %s."
                                    .formatted(other.getRequestURI().getPath()));
                }));
        server.start();
    }

    /** The same with ONNX Runtime on the processor, by that protocol. */
    public AgentServer(
            InetSocketAddress address,
            AgentIdentity identity,
            LatencyProtocol protocol,
            long longestModel,
            Consumer<String> log)
            throws IOException {
        this(address, identity, new LatencyMeter(new ComputeGate(), protocol), longestModel, log);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        talkers.shutdownNow();
    }

    @FunctionalInterface
    private interface Work {
        byte[] answer(HttpExchange exchange) throws IOException, Refusal, InterruptedException;
    }

    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        private final int status;

        Refusal(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    private void answer(HttpExchange exchange, String method, Work work) throws IOException {
        int status = OK;
        byte[] answer;
        try {
            letIn(exchange);
            if (!exchange.getRequestMethod().equals(method)) {
                throw new Refusal(
                        WRONG_REQUEST, "%s was expected, found %s.".formatted(method, exchange.getRequestMethod()));
            }
            answer = work.answer(exchange);
        } catch (Refusal refusal) {
            status = refusal.status;
            answer = error(refusal.getMessage());
            drain(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            status = STOPPING;
            answer = error("The agent is being stopped.");
        } catch (RuntimeException e) {
            status = FAILED;
            answer = error("The measurement failed: " + e.getMessage());
        }
        if (!exchange.getRequestURI().getPath().equals("/turn")) { // asked twice a second by who waits
            log.accept("%s %s %s: %d"
                    .formatted(
                            exchange.getRemoteAddress().getAddress().getHostAddress(),
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            status));
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** Lets a client finish what it says, so that it hears the answer; not for ever. */
    private void drain(HttpExchange exchange) throws IOException {
        InputStream body = exchange.getRequestBody();
        byte[] dropped = new byte[1 << 16];
        long left = DRAINED * longestModel;
        for (int read = body.read(dropped); read > 0 && left > 0; read = body.read(dropped)) {
            left -= read;
        }
    }

    private void letIn(HttpExchange exchange) throws Refusal {
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        if (shown == null || !MessageDigest.isEqual(bytes(shown), token)) {
            throw new Refusal(
                    NOT_LET_IN,
                    "The agent's token was expected, found %s. Maybe it was started anew with another; it says it at its start."
                            .formatted(shown == null ? "none" : "another"));
        }
    }

    private byte[] device(HttpExchange exchange) throws IOException, Refusal {
        int threads = exchange.getRequestHeaders().containsKey(THREADS) ? threads(exchange) : 1;
        return JSON.writeValueAsBytes(meter.device(threads));
    }

    /** Clients ask this first, rather than send a model that is refused, or while another is measured. */
    private byte[] turn(HttpExchange exchange) throws IOException, Refusal {
        checkLength(exchange.getRequestHeaders().getFirst(LENGTH));
        if (job.isLocked()) {
            throw busy();
        }
        return JSON.writeValueAsBytes(Map.of());
    }

    private static Refusal busy() {
        return new Refusal(BUSY, "The agent measures another model. Maybe try again in some seconds.");
    }

    private byte[] measure(HttpExchange exchange) throws IOException, Refusal, InterruptedException {
        int threads = threads(exchange);
        int batch = number(exchange, BATCH, Integer.MAX_VALUE);
        if (!job.tryLock()) {
            throw busy();
        }
        try {
            Measurement measured = meter.measure(model(exchange), threads, batch);
            return MeasurementFormat.write(measured);
        } catch (IllegalArgumentException e) {
            throw new Refusal(NOT_LOADED, e.getMessage());
        } finally {
            job.unlock();
        }
    }

    private byte[] model(HttpExchange exchange) throws IOException, Refusal {
        checkLength(exchange.getRequestHeaders().getFirst("Content-Length"));
        byte[] model = exchange.getRequestBody().readAllBytes();
        String found = Fingerprint.of(model);
        String expected = exchange.getRequestHeaders().getFirst(DIGEST);
        if (!found.equals(expected)) {
            throw new Refusal(
                    DAMAGED,
                    "A model with the SHA-256 %s was expected, found %s. Maybe it was damaged on the way; send it again."
                            .formatted(expected, found));
        }
        return model;
    }

    private void checkLength(String length) throws Refusal {
        if (length == null) {
            throw new Refusal(NO_LENGTH, "The model's length was expected, found none.");
        }
        if (!length.matches("\\d{1,18}") || Long.parseLong(length) > longestModel) {
            throw new Refusal(
                    TOO_LARGE,
                    "A model of at most %,d bytes was expected, found %s. Maybe start the agent with a larger --max-model."
                            .formatted(longestModel, length));
        }
    }

    private static int threads(HttpExchange exchange) throws Refusal {
        int cores = Runtime.getRuntime().availableProcessors();
        int threads = number(exchange, THREADS, Integer.MAX_VALUE);
        if (threads > cores) {
            throw new Refusal(
                    WRONG_REQUEST,
                    "At most %d threads were expected, one for each of the device's cores, found %d. Maybe %d."
                            .formatted(cores, threads, cores));
        }
        return threads;
    }

    private static int number(HttpExchange exchange, String header, int most) throws Refusal {
        String text = exchange.getRequestHeaders().getFirst(header);
        if (text == null || !text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new Refusal(
                    WRONG_REQUEST, "A number from 1 to %d was expected in %s, found %s.".formatted(most, header, text));
        }
        return Integer.parseInt(text);
    }

    private static byte[] error(String message) throws IOException {
        return JSON.writeValueAsBytes(Map.of("error", String.valueOf(message)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
