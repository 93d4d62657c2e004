package io.falconet.cluster.cli.device;

import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.RequestException;
import io.falconet.latency.agent.AgentAddress;
import io.falconet.latency.agent.AgentClient;
import io.falconet.latency.agent.AgentException;
import io.falconet.latency.agent.RemoteDevice;
import io.falconet.latency.measure.ComputeGate;
import io.falconet.latency.measure.InferenceRuntime;
import io.falconet.latency.measure.LatencyMeter;
import io.falconet.latency.measure.LatencyProtocol;
import io.falconet.latency.measure.Measurement;
import io.falconet.results.DeviceRecord;
import io.falconet.results.ResultsDb;
import io.falconet.space.outcome.DeviceProfile;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** On which device something is measured: this machine, or one where an agent runs. */
public final class DeviceOptions {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Option(
            names = "--device",
            paramLabel = "NAME|HOST:PORT",
            description =
                    "Measure on a registered device (see falconet device), or where an agent listens (default: on this machine).")
    private String device;

    @Option(
            names = "--token",
            description = "The token of an agent that is not registered, which it says at its start.")
    private String token;

    @Option(names = "--certificate", paramLabel = "SHA256", description = "Its certificate, which it says too.")
    private String certificate;

    @Option(
            names = "--runtime",
            defaultValue = "onnxruntime",
            description =
                    "What runs the models on this machine: onnxruntime and opencv on the processor, cuda on an NVIDIA GPU (default: ${DEFAULT-VALUE}).")
    private String runtime;

    /** Device and runtime in a word, by which what was measured is kept apart. */
    public String label() {
        return (device == null ? DeviceProfile.LOCAL : device) + "-" + runtime;
    }

    /** How models are measured there, in their order. */
    public interface Meter {
        List<Measurement> measure(List<byte[]> models, int threads, int batch) throws IOException, InterruptedException;
    }

    /**
     * How models are measured on the device that was asked for.
     *
     * @param store that knows devices by name; opened for those alone
     * @throws IOException if its agent is not there, or does not let in
     * @throws RequestException if the runtime cannot run on this machine
     */
    public Meter meter(StoreOptions store) throws IOException, InterruptedException {
        InferenceRuntime chosen = Requests.check(() -> InferenceRuntime.of(runtime));
        if (device == null || device.equals(DeviceProfile.LOCAL)) {
            if (token != null || certificate != null) {
                throw new RequestException(
                        "--token and --certificate are an agent's, found no agent.", "add --device HOST:PORT.");
            }
            return here(chosen);
        }
        if (chosen != InferenceRuntime.ONNX_RUNTIME) {
            throw new RequestException(
                    "What runs models on a device is chosen where its agent is started, found --runtime %s here."
                            .formatted(runtime),
                    "leave it away; there: falconet agent --runtime %s.".formatted(runtime));
        }
        return device.contains(":") ? byAddress() : byName(store);
    }

    /**
     * The device that was asked for, as it is known: its agent is not asked.
     *
     * @throws RequestException if it is not registered
     */
    DeviceProfile profile(ResultsDb db, int threads) {
        InferenceRuntime chosen = Requests.check(() -> InferenceRuntime.of(runtime));
        if (chosen != InferenceRuntime.ONNX_RUNTIME) {
            throw new RequestException(
                    "Latencies are predicted for ONNX Runtime on this machine's processor, and for registered devices; found --runtime %s."
                            .formatted(runtime),
                    "register this machine with it: falconet agent --runtime %s, then falconet device add."
                            .formatted(runtime));
        }
        if (device == null || device.equals(DeviceProfile.LOCAL)) {
            return LatencyMeter.device(chosen, threads);
        }
        DeviceRecord known = new Devices(db.devices(), Clock.systemUTC()).registered(device);
        return new DeviceProfile(known.name(), known.processor(), known.runtime(), threads);
    }

    /** How models are measured on this machine. */
    static Meter here(InferenceRuntime runtime) {
        return Requests.check(() -> new LatencyMeter(new ComputeGate(), LatencyProtocol.THOROUGH, runtime))::measure;
    }

    private Meter byAddress() throws IOException, InterruptedException {
        if (token == null || certificate == null) {
            throw new RequestException(
                    "An agent's token and certificate were expected beside --device %s, found %s."
                            .formatted(device, token == null ? "no token" : "no certificate"),
                    "copy what falconet agent says at its start.");
        }
        AgentAddress agent = Requests.check(() -> new AgentAddress(device, token, certificate));
        RemoteDevice unnamed = new RemoteDevice(device, agent);
        Devices.ask(unnamed, 1);
        return meter(unnamed);
    }

    private Meter byName(StoreOptions store) throws IOException, InterruptedException {
        if (token != null || certificate != null) {
            throw new RequestException(
                    "The token and certificate of a registered device are known, found others beside --device %s."
                            .formatted(device),
                    "leave them away, or name the agent by its address: --device HOST:PORT.");
        }
        try (ResultsDb db = store.open()) {
            Devices devices = new Devices(db.devices(), Clock.systemUTC());
            devices.ask(device, 1);
            return meter(devices.named(device));
        }
    }

    /** How models are measured where an agent listens, one by one. */
    static Meter meter(RemoteDevice device) {
        AgentClient client = new AgentClient(device);
        return (models, threads, batch) -> {
            List<Measurement> measured = new ArrayList<>();
            for (byte[] model : models) {
                try {
                    measured.add(client.measure(model, threads, batch, PATIENCE, lost -> {}));
                } catch (AgentException e) {
                    throw new IOException(e.getMessage(), e);
                }
            }
            return measured;
        };
    }
}
