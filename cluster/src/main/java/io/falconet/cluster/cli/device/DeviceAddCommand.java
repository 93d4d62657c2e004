package io.falconet.cluster.cli.device;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.RequestException;
import io.falconet.latency.agent.AgentAddress;
import io.falconet.latency.agent.RemoteDevice;
import io.falconet.results.DeviceRecord;
import io.falconet.results.ResultsDb;
import io.falconet.space.outcome.DeviceProfile;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Registers a device: asks its agent who it is, and keeps that with how it is reached. */
@Command(
        name = "add",
        description = {
            "Register a device by the name that studies give it.",
            "Its agent is asked what the device is. A device of that name is reached anew: by another address, token or certificate."
        })
final class DeviceAddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "Such as raspberry; letters, digits, dots, underscores and hyphens.")
    private String name;

    @Option(
            names = "--address",
            required = true,
            paramLabel = "HOST:PORT",
            description = "Where its agent listens, as seen from here and from all that evaluate.")
    private String address;

    @Option(
            names = "--token",
            required = true,
            arity = "0..1",
            interactive = true,
            prompt = "The agent's token: ",
            description = "The agent's token, which it says at its start; without one after it, it is asked for.")
    private String token;

    @Option(
            names = "--certificate",
            required = true,
            paramLabel = "SHA256",
            description = "The agent's certificate, which it says too.")
    private String certificate;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!DeviceProfile.isName(name) || name.equals(DeviceProfile.LOCAL)) {
            throw new RequestException(
                    "A device's name needs letters, digits, dots, underscores and hyphens alone, and \"%s\" is this machine; found \"%s\"."
                            .formatted(DeviceProfile.LOCAL, name),
                    "raspberry.");
        }
        AgentAddress agent = Requests.check(() -> new AgentAddress(address, token, certificate));
        DeviceProfile found = Devices.ask(new RemoteDevice(name, agent), 1);
        Clock clock = Clock.systemUTC();
        try (ResultsDb db = store.open()) {
            db.devices().find(name).ifPresent(before -> Devices.sameMachine(before, found));
            Instant now = clock.instant();
            db.devices()
                    .put(
                            new DeviceRecord(name, address, certificate, found.processor(), found.runtime(), now, now),
                            token);
        }
        Console console = Console.of(command);
        console.say("%s is %s, %s.", name, found.processor(), found.runtime());
        console.say(
                """
                Its token lies in the results store, readable for all who can read that.
                Next:  %s profile nanodet-m --device %s%s
                       device: %s   in a study file""",
                Console.command(), name, store.typed(), name);
        return 0;
    }
}
