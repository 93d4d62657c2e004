package io.falconet.cluster.cli;

import io.falconet.cluster.cli.Listing.Column;
import io.falconet.evaluator.verify.Engine;
import io.falconet.evaluator.verify.ReferenceVectors;
import io.falconet.evaluator.verify.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
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
            "Exit code 1 where one fails."
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "DIR", description = "A folder of reference vectors.")
    private Path folder;

    @Option(
            names = "--engine",
            defaultValue = "djl",
            description =
                    "What runs blocks and models: djl, or onnx for ONNX Runtime on the exported file (default: djl).")
    private Engine engine;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        ReferenceVectors vectors = ReferenceVectors.in(folder);
        console.say("%,d vectors in %s.", vectors.files().size(), folder);
        List<Verdict> verdicts = verify(vectors);
        boolean people = format == OutputFormat.text;
        table(verdicts, !people).print(format, console.out());
        long failed = verdicts.stream().filter(verdict -> !verdict.passed()).count();
        PrintWriter summary = people ? console.out() : console.err();
        if (people) {
            problems(verdicts).forEach(summary::println);
        }
        summary.println("%d passed, %d failed".formatted(verdicts.size() - failed, failed));
        summary.flush();
        return failed == 0 ? 0 : Failures.WORK_FAILED;
    }

    /** Shows how far it is where a person watches. */
    private List<Verdict> verify(ReferenceVectors vectors) {
        if (!Console.watched()) {
            return vectors.verify(engine, verdict -> {});
        }
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("verify")
                .setInitialMax(vectors.files().size())
                .setUnit(" vectors", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build()) {
            Set<String> done = new HashSet<>();
            return vectors.verify(engine, verdict -> {
                done.add(verdict.name());
                bar.stepTo(done.size());
            });
        }
    }

    /** Problems are sentences: people read them below the table. */
    private static Listing table(List<Verdict> verdicts, boolean withProblems) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("vector", "vector"),
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
