package io.falconet.cluster.cli.score;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.CountedProgress;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.Front;
import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.evaluator.proxy.ScoreValue;
import io.falconet.evaluator.proxy.Scoring;
import io.falconet.evaluator.proxy.UntrainedScore;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.rank.Estimate;
import io.falconet.space.rank.RankCorrelation;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.StudySpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How well scores without training rank the trials that a study evaluated, as a table, a row a score. */
record StudyScores(StoreOptions store, int images, long seed) {
    /**
     * Scores all evaluated trials on the study's data.
     *
     * @throws RequestException if there is no such study, or it has too few evaluated trials
     */
    Listing of(String name, Console console) {
        StudySpec spec;
        List<TrialRecord> trials;
        try (ResultsDb db = store.open()) {
            StudyRegister register = new StudyRegister(db, Clock.systemUTC());
            StudyRecord study = register.searched(name);
            spec = register.spec(study);
            trials = db.trials().list(study.id()).stream()
                    .filter(trial -> isScored(trial, spec))
                    .toList();
        }
        if (trials.size() < RankCorrelation.FEWEST_PAIRS) {
            throw new RequestException(
                    "At least %d evaluated trials of %s were expected, found %d."
                            .formatted(RankCorrelation.FEWEST_PAIRS, name, trials.size()),
                    "falconet resume %s evaluates more.".formatted(name));
        }
        return correlations(trials, values(spec, trials, console));
    }

    private static boolean isScored(TrialRecord trial, StudySpec spec) {
        return trial.outcome().filter(spec::fullyTrained).orElse(null) instanceof Evaluated evaluated
                && Double.isFinite(evaluated.accuracy().map50To95());
    }

    /** The values of each trial, in the order of the scores. */
    private List<List<ScoreValue>> values(StudySpec spec, List<TrialRecord> trials, Console console) {
        ScoringData data = ScoringData.of(spec.data(), spec.recipe(), console);
        console.say("Scoring %d trials of %s, %d images each.", trials.size(), spec.name(), images);
        Scoring scoring = data.scoring(images, seed);
        List<List<ScoreValue>> values = new ArrayList<>();
        try (CountedProgress progress = new CountedProgress("Scoring", trials.size(), "trials", Console.watched())) {
            for (TrialRecord trial : trials) {
                Architecture architecture = Architecture.parse(trial.architecture());
                values.add(scoring.of(SearchSpaces.named(architecture.space()).detector(architecture, data.classes())));
                progress.accept(values.size());
            }
        }
        return values;
    }

    private Listing correlations(List<TrialRecord> trials, List<List<ScoreValue>> values) {
        Listing listing = new Listing(
                Column.of("score", "score"),
                Column.of("trials", "trials"),
                new Column("spearman", "Spearman", "%.3f"),
                new Column("spearman_low", "from", "%.3f"),
                new Column("spearman_high", "to", "%.3f"),
                new Column("kendall", "Kendall", "%.3f"),
                new Column("kendall_low", "from", "%.3f"),
                new Column("kendall_high", "to", "%.3f"),
                new Column("median_ms", "median ms", "%.0f"));
        List<UntrainedScore> scores = Scoring.scores();
        for (int i = 0; i < scores.size(); i++) {
            int score = i;
            List<ScoreValue> ofAll =
                    values.stream().map(ofTrial -> ofTrial.get(score)).toList();
            listing.row(row(scores.get(i), trials, ofAll));
        }
        return listing;
    }

    private List<Object> row(UntrainedScore score, List<TrialRecord> trials, List<ScoreValue> values) {
        int[] known = IntStream.range(0, values.size())
                .filter(i -> values.get(i).value().isPresent())
                .toArray();
        if (known.length < RankCorrelation.FEWEST_PAIRS) {
            return Arrays.asList(score.key(), known.length, null, null, null, null, null, null, null);
        }
        double[] scored = Arrays.stream(known)
                .mapToDouble(i -> values.get(i).value().getAsDouble())
                .toArray();
        double[] reached = Arrays.stream(known)
                .mapToDouble(i -> Front.evaluated(trials.get(i)).accuracy().map50To95())
                .toArray();
        RankCorrelation found = RankCorrelation.of(scored, reached);
        Estimate spearman = found.spearman();
        Estimate kendall = found.kendall();
        return List.of(
                score.key(),
                found.pairs(),
                spearman.value(),
                spearman.low(),
                spearman.high(),
                kendall.value(),
                kendall.low(),
                kendall.high(),
                median(known, values));
    }

    private static double median(int[] known, List<ScoreValue> values) {
        double[] millis = Arrays.stream(known)
                .mapToDouble(i -> values.get(i).took().toNanos() / 1e6)
                .sorted()
                .toArray();
        return (millis[(millis.length - 1) / 2] + millis[millis.length / 2]) / 2;
    }
}
