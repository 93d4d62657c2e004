package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.Front;
import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.driver.Reuse;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.evaluator.TrialData;
import io.falconet.evaluator.train.Recipes;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.rank.RankCorrelation;
import io.falconet.space.rank.Retraining;
import io.falconet.space.study.StudySpec;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains some networks of a study for longer, and tells how far the study's ranking is to be trusted. */
@Command(
        name = "trust",
        description = {
            "Train some of a study's networks again, for longer, and tell how far its ranking can be trusted.",
            "Stopped and started again, it goes on where it was: nothing is trained twice."
        })
public final class TrustCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "The study's name.")
    private String name;

    @Option(
            names = "--epochs",
            required = true,
            description = "Passes over the training images that each of them gets: more than in the study.")
    private int epochs;

    @Option(
            names = "--sample",
            description = "Networks to train: half of the front, half of the rest, from best to worst (default: "
                    + Retraining.SAMPLE + ", or all where there are fewer).")
    private Integer sample;

    @Option(names = "--seed", description = "Of all randomness (default: another one than the study's).")
    private Long seed;

    @Option(names = "--slots", description = "Trainings at a time (default: the study's).")
    private Integer slots;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private StoreOptions store;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        try (ResultsDb db = store.open()) {
            StudyRegister register = new StudyRegister(db, Clock.systemUTC());
            StudyRecord study = register.searched(name);
            StudySpec spec = register.spec(study);
            Fidelity fidelity = longer(spec);
            List<TrialRecord> chosen = sample(study, RankedNetworks.of(db, study, spec));
            TrialData data = TrialData.read(spec.data());
            checkSame(spec, data, chosen);
            LongerStudy longer = new LongerStudy(
                    spec, fidelity, seed == null ? spec.seed() + 1 : seed, slots == null ? spec.slots() : slots);
            if (!new GivenTrainings(console, db, cluster, seed == null ? Reuse.OF_ANY_SEED : Reuse.OF_ITS_SEED)
                    .train(
                            longer.of(chosen),
                            data,
                            longer.entrants(chosen, data.classes().size()))) {
                console.say("To go on, type the same again.");
                return ExitCode.STOPPED;
            }
            TrustReport.of(db, study, spec, Optional.of(fidelity), store).print(format, console.out());
            return 0;
        }
    }

    private Fidelity longer(StudySpec spec) {
        if (slots != null && slots < 1) {
            throw new RequestException("At least 1 slot was expected, found --slots %d.".formatted(slots), "1.");
        }
        int brief = spec.fidelity().epochs();
        if (epochs <= brief) {
            throw new RequestException(
                    "More epochs than those of study %s, %d, were expected, found --epochs %d."
                            .formatted(name, brief, epochs),
                    "--epochs %d.".formatted(Retraining.beyond(spec.fidelity()).epochs()));
        }
        Fidelity study = spec.fidelity();
        return new Fidelity(epochs, study.images(), study.batch(), epochs, study.pixels());
    }

    private List<TrialRecord> sample(StudyRecord study, RankedNetworks networks) {
        if (study.state() == StudyState.QUEUED || study.state() == StudyState.RUNNING) {
            throw new RequestException(
                    "A study that has ended was expected, found %s %s."
                            .formatted(name, study.state() == StudyState.QUEUED ? "queued" : "running"),
                    "wait for its end or stop it. If its driver died, falconet resume %s goes on with it."
                            .formatted(name));
        }
        int known = networks.trials().size();
        if (known < RankCorrelation.FEWEST_PAIRS) {
            throw new RequestException(
                    "At least %d networks that %s trained in full were expected, found %d."
                            .formatted(RankCorrelation.FEWEST_PAIRS, name, known),
                    "more trials: raise them in its file and search again.");
        }
        if (sample != null && (sample < RankCorrelation.FEWEST_PAIRS || sample > known)) {
            throw new RequestException(
                    "A sample of %d to %d networks was expected, which is how many %s trained in full, found --sample %d."
                            .formatted(RankCorrelation.FEWEST_PAIRS, known, name, sample),
                    "--sample %d.".formatted(Math.min(known, Retraining.SAMPLE)));
        }
        return networks.sample(sample == null ? Retraining.SAMPLE : sample);
    }

    /** What is trained otherwise could not be compared. */
    private void checkSame(StudySpec spec, TrialData data, List<TrialRecord> chosen) {
        String recipe = Recipes.version(spec.recipe());
        for (TrialRecord trial : chosen) {
            Provenance before = Front.evaluated(trial).provenance();
            if (!before.dataFingerprint().equals(data.fingerprint())) {
                throw new RequestException(
                        "The data that %s was trained on (%s) were expected, found other ones (%s)."
                                .formatted(name, before.dataFingerprint(), data.fingerprint()),
                        "they were changed since: search again, under another name.");
            }
            if (!recipe.equals(before.versions().get(Provenance.RECIPE))) {
                throw new RequestException(
                        "Recipe %s was expected, by which %s was trained, found %s."
                                .formatted(before.versions().get(Provenance.RECIPE), name, recipe),
                        "this version of Falconet trains otherwise: search again, under another name.");
            }
        }
    }
}
