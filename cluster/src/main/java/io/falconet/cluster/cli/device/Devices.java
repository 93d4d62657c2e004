package io.falconet.cluster.cli.device;

import io.falconet.cluster.driver.RequestException;
import io.falconet.latency.agent.AgentAddress;
import io.falconet.latency.agent.AgentClient;
import io.falconet.latency.agent.AgentException;
import io.falconet.latency.agent.RemoteDevice;
import io.falconet.results.DeviceRecord;
import io.falconet.results.DeviceStore;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.problem.Spelling;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The devices that a store knows by name, and what their agents say now. */
final class Devices {
    private final DeviceStore store;
    private final Clock clock;

    Devices(DeviceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * How the device of that name is reached.
     *
     * @throws RequestException if none is registered under it
     */
    RemoteDevice named(String name) {
        DeviceRecord device = registered(name);
        return new RemoteDevice(
                name, new AgentAddress(device.address(), store.token(name).orElseThrow(), device.certificate()));
    }

    /**
     * The device of that name as it is registered.
     *
     * @throws RequestException if there is none
     */
    DeviceRecord registered(String name) {
        return store.find(name).orElseThrow(() -> unknown(name));
    }

    private RequestException unknown(String name) {
        List<String> names = new ArrayList<>(List.of(DeviceProfile.LOCAL));
        store.list().forEach(device -> names.add(device.name()));
        return new RequestException(
                "There is no device named %s; known: %s.".formatted(name, String.join(", ", names)),
                Spelling.nearest(name, names)
                                .map(near -> near + " is meant; else ")
                                .orElse("")
                        + "falconet device add %s --address HOST:PORT --token TOKEN --certificate SHA256 makes it known."
                                .formatted(name));
    }

    /**
     * Asks a registered device what it is, and notes that it answered.
     *
     * @param threads that one inference will use
     * @throws IOException if its agent is not there, does not let in, or has fewer cores
     * @throws RequestException if it is another machine than was registered
     */
    DeviceProfile ask(String name, int threads) throws IOException, InterruptedException {
        DeviceRecord device = registered(name);
        DeviceProfile now = ask(named(name), threads);
        sameMachine(device, now);
        store.seen(name, now.runtime(), clock.instant());
        return now;
    }

    /**
     * The same of a device that may be away: then it is what it was when its agent last answered.
     *
     * @throws IOException if its agent does not let in, or has fewer cores
     * @throws RequestException if it is another machine than was registered
     */
    StudyDevice askOrRemember(String name, int threads) throws IOException, InterruptedException {
        try {
            return new StudyDevice(Optional.of(named(name)), ask(name, threads), Optional.empty());
        } catch (IOException e) {
            if (!(e.getCause() instanceof AgentException agent && agent.reason() == AgentException.Cause.LOST)) {
                throw e;
            }
            DeviceRecord device = registered(name);
            return new StudyDevice(
                    Optional.of(named(name)),
                    new DeviceProfile(name, device.processor(), device.runtime(), threads),
                    Optional.of(e.getMessage()));
        }
    }

    /**
     * Asks a device what it is.
     *
     * @throws IOException if its agent is not there, does not let in, or has fewer cores
     */
    static DeviceProfile ask(RemoteDevice device, int threads) throws IOException, InterruptedException {
        try {
            return new AgentClient(device).device(threads);
        } catch (AgentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Latencies under one name are compared with each other, so it stands for one machine. */
    static void sameMachine(DeviceRecord device, DeviceProfile found) {
        if (!device.processor().equals(found.processor())) {
            throw new RequestException(
                    "Device %s is %s, found %s at %s."
                            .formatted(device.name(), device.processor(), found.processor(), device.address()),
                    "add that one under another name, or remove this one first: falconet device remove "
                            + device.name());
        }
    }
}
