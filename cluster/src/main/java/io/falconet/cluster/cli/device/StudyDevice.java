package io.falconet.cluster.cli.device;

import io.falconet.latency.agent.RemoteDevice;
import io.falconet.latency.measure.InferenceRuntime;
import io.falconet.latency.measure.LatencyMeter;
import io.falconet.results.ResultsDb;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.study.StudySpec.DeviceSpec;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The device on which a study's candidates are timed, as it is now.
 *
 * @param agent how it is reached; nothing where it is the machine that evaluates
 * @param profile what it is
 * @param lost why its agent does not answer; nothing where it does
 */
public record StudyDevice(Optional<RemoteDevice> agent, DeviceProfile profile, Optional<String> lost) {
    /**
     * The device that a study names, asked whether it is there.
     *
     * @throws IOException if its agent is not there, does not let in, or has fewer cores
     * @throws io.falconet.cluster.driver.RequestException if the store knows none of that name
     */
    public static StudyDevice of(DeviceSpec spec, ResultsDb db, Clock clock) throws IOException, InterruptedException {
        if (spec.name().equals(DeviceProfile.LOCAL)) {
            return local(spec);
        }
        Devices devices = new Devices(db.devices(), clock);
        DeviceProfile profile = devices.ask(spec.name(), spec.threads());
        return new StudyDevice(Optional.of(devices.named(spec.name())), profile, Optional.empty());
    }

    /**
     * The same for a study that goes on: its networks are trained meanwhile if the device is away, and timed when it is back.
     *
     * @throws IOException if its agent does not let in, or has fewer cores
     * @throws io.falconet.cluster.driver.RequestException if the store knows none of that name
     */
    public static StudyDevice ofBegun(DeviceSpec spec, ResultsDb db, Clock clock)
            throws IOException, InterruptedException {
        return spec.name().equals(DeviceProfile.LOCAL)
                ? local(spec)
                : new Devices(db.devices(), clock).askOrRemember(spec.name(), spec.threads());
    }

    private static StudyDevice local(DeviceSpec spec) {
        return new StudyDevice(
                Optional.empty(), LatencyMeter.device(InferenceRuntime.ONNX_RUNTIME, spec.threads()), Optional.empty());
    }

    /** A remark where some trials were timed on another device than the others will be, which makes them hard to compare. */
    public Optional<String> otherThan(List<TrialRecord> trials) {
        List<DeviceProfile> others = trials.stream()
                .flatMap(trial -> trial.outcome().stream())
                .filter(Evaluated.class::isInstance)
                .flatMap(outcome -> ((Evaluated) outcome).latency().stream())
                .map(latency -> latency.device())
                .filter(device -> !device.equals(profile))
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%d trials of this study were timed on %s: %s; further ones will be on %s: %s. Maybe search under another name, to compare like with like."
                                .formatted(
                                        others.size(),
                                        others.get(0).name(),
                                        others.get(0).description(),
                                        profile.name(),
                                        profile.description()));
    }
}
