package io.falconet.cluster.cli.device;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.driver.RequestException;
import io.falconet.latency.agent.AgentProgram;
import io.falconet.latency.measure.InferenceRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets others measure models on this machine. */
@Command(
        name = "agent",
        description = {
            "Measure models that others send, on this machine, until stopped.",
            "It says how it is reached: address, token and certificate, which falconet profile asks for."
        })
public final class AgentCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = AgentProgram.USUAL_ADDRESS,
            description = "Where (default: ${DEFAULT-VALUE}, this machine alone; 0.0.0.0:7373 is reached from others).")
    private String listen;

    @Option(
            names = "--runtime",
            defaultValue = "onnxruntime",
            description =
                    "What runs the models: onnxruntime and opencv on the processor, cuda on an NVIDIA GPU (default: ${DEFAULT-VALUE}).")
    private String runtime;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Of its certificate and token (default: .falconet-agent in the user's folder).")
    private Path home;

    @Option(
            names = "--max-model",
            paramLabel = "MEGABYTES",
            defaultValue = "" + AgentProgram.USUAL_MODEL,
            description = "Of a model's file, at most (default: ${DEFAULT-VALUE}).")
    private long megabytes;

    @Override
    public Integer call() throws IOException, InterruptedException {
        AgentProgram program = Requests.check(() -> new AgentProgram(
                listen, InferenceRuntime.of(runtime), home == null ? AgentProgram.USUAL_HOME : home, megabytes << 20));
        Console console = Console.of(command);
        try {
            program.run(console::pass);
        } catch (IllegalArgumentException e) {
            throw new RequestException(e.getMessage(), e);
        }
        return 0;
    }
}
