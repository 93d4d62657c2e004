package io.falconet.cluster.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line's root: names the commands and holds what all of them share. */
@Command(
        name = "falconet",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "Falconet 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description = "Finds the small, fast detector for your data and your device.",
        footer = {"", "Start with: falconet demo", "Exit codes: 0 done, 1 the work failed, 2 the request was wrong."},
        subcommands = {
            DemoCommand.class,
            SearchCommand.class,
            ResumeCommand.class,
            ParetoCommand.class,
            TrustCommand.class,
            ReproduceCommand.class,
            ExportCommand.class,
            ProfileCommand.class,
            AgentCommand.class,
            DeviceCommand.class,
            BenchCommand.class,
            TrainCommand.class,
            DescribeCommand.class,
            ZooCommand.class,
            EvaluateCommand.class,
            ScoreCommand.class,
            PredictCommand.class,
            VerifyCommand.class,
            DataCommand.class,
            DashboardCommand.class
        })
public final class FalconetCommand {
    @Option(
            names = {"-X", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of a failure.")
    private boolean verbose;

    private FalconetCommand() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        CommandLine falconet = commandLine();
        falconet.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        falconet.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(falconet.execute(arguments));
    }

    /** The command line, ready to execute. */
    static CommandLine commandLine() {
        FalconetCommand root = new FalconetCommand();
        Failures failures = new Failures();
        return new CommandLine(root)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    /** Whether stack traces are wanted. */
    boolean verbose() {
        return verbose;
    }
}
