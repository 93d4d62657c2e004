package io.falconet.evaluator;

import io.falconet.latency.agent.AgentClient;
import io.falconet.latency.agent.AgentException;
import io.falconet.latency.agent.RemoteDevice;
import io.falconet.latency.measure.LatencyMeter;
import io.falconet.latency.measure.Measurement;
import java.time.Duration;

/**
 * Times candidates, here or on a device through its agent. There one is measured at a time: a candidate waits for its turn, and
 * for an agent that is lost.
 */
final class TrialMeter {
    /** Long enough to start a device anew or for a network to come back; trained candidates wait meanwhile. */
    static final Duration USUAL_PATIENCE = Duration.ofMinutes(30);

    private static final System.Logger LOG = System.getLogger(TrialMeter.class.getName());

    private final LatencyMeter here;
    private final Duration patience;

    /**
     * @param here measures on this machine
     * @param patience how long a candidate waits for an agent that is lost
     */
    TrialMeter(LatencyMeter here, Duration patience) {
        this.here = here;
        this.patience = patience;
    }

    /**
     * Measures a candidate on the task's device.
     *
     * @param model its ONNX file's content
     * @throws DeviceException if the device does not measure
     * @throws IllegalArgumentException if it does not take this model, or cannot run it
     */
    Measurement measure(EvaluationTask task, byte[] model, TrainingLog log) throws InterruptedException {
        if (task.device().isEmpty()) {
            return here.measure(model, task.threads());
        }
        RemoteDevice device = task.device().get();
        try {
            return new AgentClient(device).measure(model, task.threads(), 1, patience, lost -> {
                log.line("device %s is lost, waiting for it: %s", device.name(), lost.getMessage());
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Device {0} is lost; trained candidates wait for it for {1} minutes. {2}",
                        device.name(),
                        patience.toMinutes(),
                        lost.getMessage());
            });
        } catch (AgentException e) {
            if (e.reason() == AgentException.Cause.MODEL) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
            throw new DeviceException("Device %s does not measure. %s".formatted(device.name(), e.getMessage()), e);
        }
    }
}
