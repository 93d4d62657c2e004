package io.falconet.cluster.cli.export;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.verify.Engine;
import io.falconet.evaluator.verify.ExportParity;
import io.falconet.evaluator.verify.ReferenceVectors;
import io.falconet.evaluator.verify.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves blocks, models, losses and assigners against what their authors' code gives. */
@Command(
        name = "verify",
        description = {
            "Compute what reference vectors hold, and print how far the results are from theirs.",
            "With --exports: whether ONNX Runtime gives of exported models what training gives, relative to each output's largest value.",
            "Exit code 1 where one fails."
        })
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "A folder of reference vectors.")
    private Path folder;

    @Option(
            names = "--engine",
            defaultValue = "djl",
            description =
                    "What runs blocks and models: djl, or onnx for ONNX Runtime on the exported file (default: djl).")
    private Engine engine;

    @ArgGroup(exclusive = false)
    private ExportedModels exported;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        List<Verdict> verdicts = verdicts(console);
        boolean people = format == OutputFormat.text;
        table(exported == null ? "vector" : "model", verdicts, !people).print(format, console.out());
        long failed = verdicts.stream().filter(verdict -> !verdict.passed()).count();
        PrintWriter summary = people ? console.out() : console.err();
        if (people) {
            problems(verdicts).forEach(summary::println);
        }
        summary.println("%d passed, %d failed".formatted(verdicts.size() - failed, failed));
        summary.flush();
        return failed == 0 ? 0 : ExitCode.WORK_FAILED;
    }

    private List<Verdict> verdicts(Console console) {
        if ((folder == null) == (exported == null)) {
            throw new RequestException(
                    "A folder of reference vectors or --exports was expected, found %s."
                            .formatted(folder == null ? "neither" : "both"),
                    "falconet verify --exports, which needs no other files.");
        }
        if (exported != null) {
            ExportParity parity = exported.parity();
            return watched(parity.models().size(), "models", parity::verify);
        }
        ReferenceVectors vectors = ReferenceVectors.in(folder);
        console.say("%,d vectors in %s.", vectors.files().size(), folder);
        return watched(vectors.files().size(), "vectors", listener -> vectors.verify(engine, listener));
    }

    /** Shows how far it is where a person watches. */
    private static List<Verdict> watched(int total, String unit, Function<Consumer<Verdict>, List<Verdict>> work) {
        if (!Console.watched()) {
            return work.apply(verdict -> {});
        }
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("verify")
                .setInitialMax(total)
                .setUnit(" " + unit, 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build()) {
            Set<String> done = new HashSet<>();
            return work.apply(verdict -> {
                done.add(verdict.name());
                bar.stepTo(done.size());
            });
        }
    }

    /** Problems are sentences: people read them below the table. */
    private static Listing table(String what, List<Verdict> verdicts, boolean withProblems) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of(what, what),
                Column.of("part", "part"),
                new Column("deviation", "deviation", "%.2e"),
                new Column("tolerance", "tolerance", "%.2e"),
                Column.of("result", "result")));
        if (withProblems) {
            columns.add(Column.of("problem", "problem"));
        }
        Listing listing = new Listing(columns);
        for (Verdict verdict : verdicts) {
            List<Object> cells = new ArrayList<>(List.of(
                    verdict.name(),
                    verdict.part(),
                    verdict.deviation(),
                    verdict.tolerance(),
                    verdict.passed() ? "passed" : "failed"));
            if (withProblems) {
                cells.add(verdict.problem().orElse(null));
            }
            listing.row(cells);
        }
        return listing;
    }

    private static List<String> problems(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.problem().isPresent())
                .map(verdict -> (verdict.name() + " " + verdict.part()).strip() + ": "
                        + verdict.problem().get())
                .toList();
    }
}
