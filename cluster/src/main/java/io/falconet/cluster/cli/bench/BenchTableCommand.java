package io.falconet.cluster.cli.bench;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.CountedProgress;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.report.ReplayReport;
import io.falconet.space.replay.Replay;
import io.falconet.space.replay.TableProblem;
import io.falconet.space.replay.Trace;
import io.falconet.space.replay.Traces;
import io.falconet.space.study.StudySpec.StrategySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays searches on a table of known results. */
@Command(
        name = "table",
        description = {
            "Search a table of known results with each strategy, many times over, and say how many networks each had to try.",
            "A strategy is told the genes, and of the networks that it tries the objectives: nothing else of the table."
        })
final class BenchTableCommand implements Callable<Integer> {
    private static final int[] MARKS = {100, 200, 500};

    @Spec
    private CommandSpec command;

    @Mixin
    private ProblemOptions given;

    @Option(
            names = "--strategy",
            split = ",",
            defaultValue = StrategyNames.ALL,
            paramLabel = "NAME",
            description = "surrogate, nsga2, evolution, random, with commas, or all (default: ${DEFAULT-VALUE}).")
    private List<String> strategies;

    @Option(
            names = "--budget",
            defaultValue = "400",
            description = "Networks that a search may try (default: ${DEFAULT-VALUE}).")
    private int budget;

    @Option(names = "--seeds", defaultValue = "30", description = "Searches a strategy (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--first-seed",
            defaultValue = "0",
            description =
                    "The first of them; what was chosen on some seeds is fairly judged on others (default: ${DEFAULT-VALUE}).")
    private int firstSeed;

    @Option(
            names = "--population",
            description = "How many of the best are bred from (default: that of studies).",
            paramLabel = "COUNT")
    private Integer population;

    @Option(
            names = "--lag",
            defaultValue = "0",
            description =
                    "Outcomes of so many networks before one are not known when it is chosen, as of a search on many workers (default: ${DEFAULT-VALUE}).")
    private int lag;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw how the searches went on, as one HTML file.")
    private Path plot;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Override
    public Integer call() throws IOException {
        Console console = Console.of(command);
        List<StrategySpec> asked = StrategyNames.strategies(
                strategies, population == null ? OptionalInt.empty() : OptionalInt.of(population));
        TableProblem problem =
                given.table().use(() -> given.problem(given.table().read()));
        if (seeds < 1 || budget < 1 || budget > problem.size()) {
            throw new RequestException(
                    "At least 1 seed and a budget of 1 to %,d, all networks of the table, were expected, found %,d and %,d."
                            .formatted(problem.size(), seeds, budget),
                    "--seeds 30 --budget %d.".formatted(Math.min(400, problem.size())));
        }
        if (firstSeed < 0 || firstSeed > Integer.MAX_VALUE - seeds) {
            throw new RequestException(
                    "A seed of 0 or more was expected first, found %d.".formatted(firstSeed), "--first-seed 100.");
        }
        console.say(
                "%,d networks of %d genes; %d searches a strategy, of %d networks each.",
                problem.size(), problem.choices().size(), seeds, budget);
        Map<StrategySpec, Traces> found = new LinkedHashMap<>();
        for (StrategySpec strategy : asked) {
            found.put(strategy, play(Requests.check(() -> new Replay(problem, strategy, budget, lag))));
        }
        listing(problem, found).print(format, console.out());
        if (plot != null) {
            Map<String, Traces> named = new LinkedHashMap<>();
            found.forEach((strategy, traces) -> named.put(strategy.name(), traces));
            Files.writeString(plot, new ReplayReport(problem, named).html());
            console.say("Plot: %s", plot);
        }
        return 0;
    }

    private Traces play(Replay replay) {
        try (CountedProgress progress =
                new CountedProgress(replay.strategy().name(), seeds, "searches", Console.watched())) {
            List<Trace> traces = IntStream.range(firstSeed, firstSeed + seeds)
                    .parallel()
                    .mapToObj(seed -> {
                        Trace trace = replay.run(seed);
                        progress.accept(1);
                        return trace;
                    })
                    .toList();
            return new Traces(traces, budget);
        }
    }

    private Listing listing(TableProblem problem, Map<StrategySpec, Traces> found) {
        boolean single = problem.objectives().size() == 1;
        int[] marks = IntStream.of(MARKS).filter(mark -> mark <= budget).toArray();
        List<Column> columns = new ArrayList<>(List.of(Column.of("strategy", "strategy")));
        if (single) {
            columns.add(new Column("median_to_best", "median to the best", "%.1f"));
            columns.add(new Column("mean_to_best", "mean to the best", "%.1f"));
            columns.add(new Column("found", "found %", "%.0f"));
        }
        for (int mark : marks) {
            columns.add(
                    single
                            ? new Column("best_at_" + mark, "best at " + mark, "%.4f")
                            : new Column("hypervolume_at_" + mark, "hypervolume at " + mark, "%.4f"));
        }
        columns.add(new Column("proposal_ms", "ms a proposal", "%.2f"));
        Listing listing = new Listing(columns);
        found.forEach((strategy, traces) -> {
            List<Object> row = new ArrayList<>(List.of(strategy.name()));
            if (single) {
                row.add(
                        traces.medianToBest().isPresent()
                                ? (Object) traces.medianToBest().getAsDouble()
                                : null);
                row.add(traces.meanToBest());
                row.add(100 * traces.found());
            }
            for (int mark : marks) {
                row.add(single ? traces.bestAt(mark) : traces.hypervolumeAt(mark));
            }
            row.add(traces.proposalMillis());
            listing.row(row);
        });
        return listing;
    }
}
