package io.falconet.cluster.cli.bench;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.driver.RequestException;
import io.falconet.space.replay.Replay;
import io.falconet.space.replay.RunTimes;
import io.falconet.space.replay.Schedule;
import io.falconet.space.replay.TableProblem;
import io.falconet.space.replay.Traces;
import io.falconet.space.study.StudySpec.StrategySpec;
import io.falconet.space.table.ResultTable;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays searches on simulated workers. */
@Command(
        name = "schedule",
        description = {
            "Search a table of known results on simulated workers, and say how busy they were and what the lag cost.",
            "Run times are drawn, or recorded in a column. Each number of workers is held against a search one after the other."
        })
final class BenchScheduleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ProblemOptions given;

    @Option(
            names = "--strategy",
            defaultValue = StrategySpec.SURROGATE,
            description = "surrogate, nsga2, evolution or random (default: ${DEFAULT-VALUE}).")
    private String strategy;

    @Option(
            names = "--workers",
            split = ",",
            defaultValue = "1,8,64",
            description = "Simulated workers, with commas, up to 1,000 (default: ${DEFAULT-VALUE}).")
    private List<Integer> workers;

    @Option(
            names = "--lag-factor",
            defaultValue = "4",
            paramLabel = "FACTOR",
            description = "Lag, as a multiple of the workers (default: ${DEFAULT-VALUE}, as of studies).")
    private double lagFactor;

    @Option(
            names = "--spread",
            defaultValue = "10",
            paramLabel = "FACTOR",
            description =
                    "From fast to slow: 95 %% of the run times drawn lie within this factor (default: ${DEFAULT-VALUE}).")
    private double spread;

    @Option(names = "--times", paramLabel = "COLUMN", description = "Recorded run times, instead of drawn ones.")
    private String times;

    @Option(
            names = "--budget",
            defaultValue = "1000",
            description = "Networks that a search tries (default: ${DEFAULT-VALUE}).")
    private int budget;

    @Option(
            names = "--seeds",
            defaultValue = "5",
            description = "Searches for each number of workers (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        if (workers.stream().anyMatch(count -> count < 1 || count > 1_000) || !(lagFactor >= 1) || seeds < 1) {
            throw new RequestException(
                    "1 to 1,000 workers, a lag factor of at least 1 and a seed were expected, found %s, %s and %d."
                            .formatted(workers, lagFactor, seeds),
                    "--workers 1,8,64 --lag-factor 4 --seeds 5.");
        }
        StrategySpec asked = StrategyNames.strategy(strategy, OptionalInt.empty());
        return given.table().use(() -> {
            ResultTable results = given.table().read();
            TableProblem problem = given.problem(results);
            RunTimes runTimes = times == null
                    ? Requests.check(() -> RunTimes.drawn(spread))
                    : problem.recorded(results.numbers(times));
            console.say(
                    "%,d networks; %d searches of %d networks for each number of workers.",
                    problem.size(), seeds, budget);
            play(problem, asked, runTimes, console);
            return 0;
        });
    }

    private void play(TableProblem problem, StrategySpec asked, RunTimes runTimes, Console console) {
        Replay alone = Requests.check(() -> new Replay(problem, asked, budget, 0));
        Traces sequential = new Traces(each(alone::run), budget);
        double level = sequential.standingAt(budget / 2);
        Listing listing = new Listing(
                Column.of("workers", "workers"),
                Column.of("lag", "lag"),
                new Column("busy", "busy %", "%.1f"),
                new Column("busy_until_last_start", "until the last start %", "%.1f"),
                new Column("speedup", "times as fast", "%.1f"),
                Column.of("networks", "networks until as good"),
                Column.of("networks_alone", "one after the other"));
        for (int count : workers) {
            int lag = (int) Math.round(lagFactor * count);
            Schedule schedule =
                    Requests.check(() -> new Schedule(new Replay(problem, asked, budget, lag), count, runTimes));
            List<Schedule.Played> played = each(schedule::run);
            Traces traces =
                    new Traces(played.stream().map(Schedule.Played::trace).toList(), budget);
            listing.row(
                    count,
                    lag,
                    100 * mean(played, Schedule.Played::busy),
                    100 * mean(played, Schedule.Played::busyUntilLastStart),
                    count * mean(played, Schedule.Played::busy),
                    number(traces.reaches(level)),
                    number(sequential.reaches(level)));
        }
        listing.print(format, console.out());
        console.say(
                "As good: the median of the searches is where that of searches one after the other is after %d networks.",
                budget / 2);
    }

    private static Object number(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private <T> List<T> each(LongFunction<T> search) {
        return LongStream.range(0, seeds).parallel().mapToObj(search).toList();
    }

    private static double mean(List<Schedule.Played> played, ToDoubleFunction<Schedule.Played> figure) {
        return played.stream().mapToDouble(figure).average().orElseThrow();
    }
}
