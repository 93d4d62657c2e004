package io.falconet.latency.agent;

import io.falconet.latency.measure.ComputeGate;
import io.falconet.latency.measure.InferenceRuntime;
import io.falconet.latency.measure.LatencyMeter;
import io.falconet.latency.measure.LatencyProtocol;
import io.falconet.space.outcome.DeviceProfile;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * An agent as a program: listens until it is stopped. Runs by itself too, where there is Java 17 and nothing else:
 *
 * <pre>{@code java -jar falconet-agent.jar --listen 0.0.0.0:7373}</pre>
 *
 * @param listen host and port to listen at
 * @param runtime that runs the models
 * @param home folder of the agent's certificate and token
 * @param longestModel bytes of a model's file, at most
 */
public record AgentProgram(String listen, InferenceRuntime runtime, Path home, long longestModel) {
    /** Reached from this machine alone. */
    public static final String USUAL_ADDRESS = "127.0.0.1:7373";

    /** Where an agent keeps who it is, unless it is told another place. */
    public static final Path USUAL_HOME = Path.of(System.getProperty("user.home"), ".falconet-agent");

    /** Megabytes of a model's file, at most, unless it is told otherwise. */
    public static final int USUAL_MODEL = 512;

    private static final String USAGE =
            "java -jar falconet-agent.jar [--listen HOST:PORT] [--runtime onnxruntime|cuda] [--home DIR] [--max-model MEGABYTES]";

    public AgentProgram {
        if (!listen.matches(".+:\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "A host and a port were expected, found --listen %s. Maybe %s.".formatted(listen, USUAL_ADDRESS));
        }
        if (longestModel < 1) {
            throw new IllegalArgumentException("At least 1 megabyte was expected, found --max-model %d. Maybe %d."
                    .formatted(longestModel >> 20, USUAL_MODEL));
        }
    }

    /** Runs an agent by what was typed, until it is stopped; ends with code 2 where that cannot be. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            parse(List.of(arguments)).run(System.out::println);
        } catch (IllegalArgumentException | IOException e) {
            System.err.println("falconet agent: " + e.getMessage());
            System.exit(2);
        }
    }

    static AgentProgram parse(List<String> arguments) {
        String listen = USUAL_ADDRESS;
        InferenceRuntime runtime = InferenceRuntime.ONNX_RUNTIME;
        Path home = USUAL_HOME;
        long megabytes = USUAL_MODEL;
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String option = words.next();
            if (!List.of("--listen", "--runtime", "--home", "--max-model").contains(option) || !words.hasNext()) {
                throw new IllegalArgumentException(
                        "An option and its value were expected, found %s. Maybe %s.".formatted(option, USAGE));
            }
            String value = words.next();
            switch (option) {
                case "--listen" -> listen = value;
                case "--runtime" -> runtime = InferenceRuntime.of(value);
                case "--home" -> home = Path.of(value);
                default -> megabytes = megabytes(value);
            }
        }
        return new AgentProgram(listen, runtime, home, megabytes << 20);
    }

    private static long megabytes(String text) {
        if (!text.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(
                    "Megabytes were expected, found --max-model %s. Maybe %d.".formatted(text, USUAL_MODEL));
        }
        return Long.parseLong(text);
    }

    /**
     * Listens until the thread is interrupted.
     *
     * @param out hears how it is reached, then a line a request
     * @throws IOException if nobody can listen there, or the agent has no certificate
     * @throws IllegalArgumentException if the runtime cannot run on this machine, with what is missing
     */
    public void run(Consumer<String> out) throws IOException, InterruptedException {
        LatencyMeter meter = new LatencyMeter(new ComputeGate(), LatencyProtocol.STANDARD, runtime);
        AgentIdentity identity = AgentIdentity.in(home);
        int colon = listen.lastIndexOf(':');
        InetSocketAddress where =
                new InetSocketAddress(listen.substring(0, colon), Integer.parseInt(listen.substring(colon + 1)));
        try (AgentServer server = new AgentServer(where, identity, meter, longestModel, out)) {
            DeviceProfile device = meter.device(1);
            out.accept("Falconet agent on %s, %s".formatted(device.processor(), device.runtime()));
            out.accept("address      %s:%d"
                    .formatted(listen.substring(0, colon), server.address().getPort()));
            out.accept("token        " + identity.token());
            out.accept("certificate  " + identity.fingerprint());
            Thread.currentThread().join(); // for ever: a thread never ends before itself
        } catch (BindException e) {
            throw new IOException(
                    "Nobody can listen at %s: %s. Maybe another agent does, or take another port."
                            .formatted(listen, e.getMessage()),
                    e);
        }
    }
}
