package io.falconet.cluster.cli;

import io.falconet.cluster.driver.RequestException;
import io.falconet.latency.agent.AgentAddress;
import io.falconet.latency.agent.AgentClient;
import io.falconet.latency.agent.AgentException;
import io.falconet.latency.measure.ComputeGate;
import io.falconet.latency.measure.InferenceRuntime;
import io.falconet.latency.measure.LatencyMeter;
import io.falconet.latency.measure.LatencyProtocol;
import io.falconet.latency.measure.Measurement;
import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.Option;

/** On which device something is measured: this machine, or one where an agent runs. */
final class DeviceOptions {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Option(
            names = "--device",
            paramLabel = "HOST:PORT",
            description = "Measure where an agent listens (default: on this machine).")
    private String address;

    @Option(names = "--token", description = "The agent's token, which it says at its start.")
    private String token;

    @Option(names = "--certificate", paramLabel = "SHA256", description = "The agent's certificate, which it says too.")
    private String certificate;

    @Option(
            names = "--runtime",
            defaultValue = "onnxruntime",
            description = "What runs the models on this machine: onnxruntime, opencv (default: ${DEFAULT-VALUE}).")
    private String runtime;

    /** How models are measured there. */
    interface Meter {
        Measurement measure(byte[] model, int threads, int batch) throws IOException, InterruptedException;
    }

    /**
     * How models are measured on the device that was asked for.
     *
     * @throws IOException if its agent is not there, or does not let in
     */
    Meter meter() throws IOException, InterruptedException {
        InferenceRuntime chosen = Requests.check(() -> InferenceRuntime.of(runtime));
        if (address == null) {
            if (token != null || certificate != null) {
                throw new RequestException(
                        "--token and --certificate are an agent's, found no agent.", "add --device HOST:PORT.");
            }
            LatencyMeter meter = new LatencyMeter(new ComputeGate(), LatencyProtocol.STANDARD, chosen);
            return meter::measure;
        }
        if (token == null || certificate == null) {
            throw new RequestException(
                    "An agent's token and certificate were expected beside --device %s, found %s."
                            .formatted(address, token == null ? "no token" : "no certificate"),
                    "copy what falconet agent says at its start.");
        }
        if (chosen != InferenceRuntime.ONNX_RUNTIME) {
            throw new RequestException(
                    "Agents run models with ONNX Runtime, found --runtime %s.".formatted(runtime), "leave it away.");
        }
        AgentClient client = Requests.check(() -> new AgentClient(new AgentAddress(address, token, certificate)));
        try {
            client.device();
        } catch (AgentException e) {
            throw new IOException(e.getMessage(), e);
        }
        return (model, threads, batch) -> {
            try {
                return client.measure(model, threads, batch, PATIENCE);
            } catch (AgentException e) {
                throw new IOException(e.getMessage(), e);
            }
        };
    }
}
