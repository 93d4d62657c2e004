package io.falconet.cluster.cli;

import io.falconet.cluster.cli.bench.BenchCommand;
import io.falconet.cluster.cli.cluster.ClusterCommand;
import io.falconet.cluster.cli.data.DataCommand;
import io.falconet.cluster.cli.db.DbCommand;
import io.falconet.cluster.cli.demo.DashboardCommand;
import io.falconet.cluster.cli.demo.DemoCommand;
import io.falconet.cluster.cli.device.AgentCommand;
import io.falconet.cluster.cli.device.DeviceCommand;
import io.falconet.cluster.cli.device.ProfileCommand;
import io.falconet.cluster.cli.export.ExportCommand;
import io.falconet.cluster.cli.export.VerifyCommand;
import io.falconet.cluster.cli.model.DescribeCommand;
import io.falconet.cluster.cli.model.ZooCommand;
import io.falconet.cluster.cli.score.EvaluateCommand;
import io.falconet.cluster.cli.score.PredictCommand;
import io.falconet.cluster.cli.score.ScoreCommand;
import io.falconet.cluster.cli.study.CancelCommand;
import io.falconet.cluster.cli.study.LogCommand;
import io.falconet.cluster.cli.study.ParetoCommand;
import io.falconet.cluster.cli.study.PauseCommand;
import io.falconet.cluster.cli.study.ReproduceCommand;
import io.falconet.cluster.cli.study.ResumeCommand;
import io.falconet.cluster.cli.study.SearchCommand;
import io.falconet.cluster.cli.study.StopCommand;
import io.falconet.cluster.cli.study.StudiesCommand;
import io.falconet.cluster.cli.study.TrustCommand;
import io.falconet.cluster.cli.study.WorkerCommand;
import io.falconet.cluster.cli.terminal.Failures;
import io.falconet.cluster.cli.train.TrainCommand;
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
            StudiesCommand.class,
            PauseCommand.class,
            StopCommand.class,
            CancelCommand.class,
            WorkerCommand.class,
            ClusterCommand.class,
            ParetoCommand.class,
            LogCommand.class,
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
            DbCommand.class,
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
        Failures failures = new Failures(() -> root.verbose);
        return new CommandLine(root)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }
}
