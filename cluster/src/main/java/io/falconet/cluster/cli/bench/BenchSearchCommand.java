package io.falconet.cluster.cli.bench;

import io.falconet.cluster.cli.study.SearchWork;
import io.falconet.cluster.cli.study.StudyFiles;
import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.compare.Searched;
import io.falconet.cluster.compare.StrategyComparison;
import io.falconet.cluster.driver.RequestException;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudySpec;
import io.falconet.space.study.StudySpec.StrategySpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches a study by several strategies with real training, and compares what each finds by as many trials. */
@Command(
        name = "search",
        description = {
            "Search a study by several strategies, with real training, from several seeds, and say which finds the better front with as many trials.",
            "Each search is a study of its own, such as NAME-nsga2-s1. Stopped and started again, it goes on where it was; what one search trained is not trained again by another."
        })
final class BenchSearchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "STUDY.yaml", description = "The study file; its strategy and seed are the first.")
    private Path file;

    @Option(
            names = "--strategy",
            split = ",",
            defaultValue = StrategyNames.ALL,
            paramLabel = "NAME",
            description = "surrogate, nsga2, evolution, random, with commas, or all (default: ${DEFAULT-VALUE}).")
    private List<String> strategies;

    @Option(
            names = "--seeds",
            defaultValue = "3",
            description = "Searches a strategy, by the study's seed and those after it (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private StoreOptions store;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws StudyException, IOException, InterruptedException {
        Console console = Console.of(command);
        if (seeds < 1) {
            throw new RequestException("At least 1 seed was expected, found --seeds %d.".formatted(seeds), "3.");
        }
        StudySpec study = StudyFiles.read(file);
        List<StudySpec> searches = searches(study);
        SearchWork work = new SearchWork(console, store, cluster);
        List<Searched> found = new ArrayList<>();
        try (ResultsDb db = store.open()) {
            for (StudySpec search : searches) {
                console.say(
                        "%nSearch %d of %d: %s, seed %d.",
                        found.size() + 1, searches.size(), search.strategy().name(), search.seed());
                int code = work.find(db, search);
                if (code != 0) {
                    console.say("To go on, type the same again.");
                    return code;
                }
                found.add(searched(db, search));
            }
        }
        console.say(
                "%n%d searches of %d trials each; hypervolume as a share of that of all their fronts together, medians.%n",
                found.size(), study.trials());
        new StrategyListing(new StrategyComparison(study, found)).print(format, console.out());
        return 0;
    }

    /** Seed by seed, so that strategies are compared early. */
    private List<StudySpec> searches(StudySpec study) {
        List<StrategySpec> asked = StrategyNames.strategies(strategies, OptionalInt.empty()).stream()
                .map(usual -> usual.name().equals(study.strategy().name()) ? study.strategy() : usual)
                .toList();
        List<StudySpec> searches = new ArrayList<>();
        for (long seed = study.seed(); seed < study.seed() + seeds; seed++) {
            for (StrategySpec strategy : asked) {
                String name = "%s-%s-s%d".formatted(study.name(), strategy.name(), seed);
                searches.add(study.by(name, strategy, seed));
            }
        }
        return searches;
    }

    private static Searched searched(ResultsDb db, StudySpec search) {
        StudyRecord study = db.studies().find(search.name()).orElseThrow();
        return new Searched(
                search.strategy().name(),
                search.seed(),
                db.trials().list(study.id()).stream()
                        .map(TrialRecord::outcome)
                        .flatMap(Optional::stream)
                        .toList());
    }
}
