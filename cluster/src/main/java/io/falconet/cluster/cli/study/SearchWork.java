package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.device.ForeseenLatencies;
import io.falconet.cluster.cli.device.StudyDevice;
import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.Hold;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.cluster.metrics.SearchMetrics;
import io.falconet.cluster.spark.SparkCluster;
import io.falconet.evaluator.TrialData;
import io.falconet.evaluator.data.Reading;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.space.outcome.Objective;
import io.falconet.space.search.Foresight;
import io.falconet.space.space.NarrowedSpace;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;

/** A search from the command line, with all that people see of it. */
public final class SearchWork {
    private final Console console;
    private final StoreOptions store;
    private final SearchPlace place;
    private final Clock clock;

    /**
     * A search that has the terminal for itself.
     *
     * @param store that remembers the study
     * @param cluster on which its candidates are trained
     */
    public SearchWork(Console console, StoreOptions store, ClusterOptions cluster) {
        this(console, store, cluster, new SearchMetrics());
    }

    /** The same, counted. */
    SearchWork(Console console, StoreOptions store, ClusterOptions cluster, SearchMetrics metrics) {
        this(console, store, SearchPlace.alone(console, cluster, metrics));
    }

    /**
     * @param store that remembers the study
     * @param place in which its candidates are trained
     */
    SearchWork(Console console, StoreOptions store, SearchPlace place) {
        this.console = console;
        this.store = store;
        this.place = place;
        this.clock = Clock.systemUTC();
    }

    /**
     * Searches a study until it is finished or stopped, and prints its front. Gives the exit code.
     *
     * @throws IOException if the device on which it measures is not there
     */
    public int search(StudySpec spec) throws IOException, InterruptedException {
        try (ResultsDb db = store.open()) {
            int code = find(db, spec);
            if (code == 0) {
                new SearchReport(console, store).print(db, new StudyRegister(db, clock).named(spec.name()), spec);
            } else if (!db.studies()
                    .find(spec.name())
                    .map(StudyRecord::state)
                    .equals(Optional.of(StudyState.CANCELLED))) {
                console.say("To go on: %s resume %s%s", Console.command(), spec.name(), store.typed());
            }
            return code;
        }
    }

    /**
     * Searches a study until it is finished or stopped. Gives the exit code.
     *
     * @throws IOException if the device on which it measures is not there
     */
    public int find(ResultsDb db, StudySpec spec) throws IOException, InterruptedException {
        StudyRegister register = new StudyRegister(db, clock);
        if (db.studies().find(spec.name()).filter(study -> done(study, spec)).isPresent()) {
            StudyRecord study = register.enter(spec);
            console.say("Study %s is finished already: %d trials.", study.name(), study.finished());
            return 0;
        }
        if (db.studies().find(spec.name()).flatMap(StudyRecord::started).isPresent()) {
            return goOn(db, register.enter(spec), spec);
        }
        StudyDevice device = StudyDevice.of(spec.device(), db, clock);
        if (db.studies().find(spec.name()).isEmpty()) {
            foresight(spec, device, db, Optional.empty()); // refused before it is stored, with a time to go by
        }
        db.artifacts().prepare(); // rather than after the first training
        PreparedSearch search = prepared(db, register.enter(spec), spec, device);
        try (Hold hold = Hold.of(search.study(), db, clock)) {
            return search.run(hold);
        }
    }

    /** Holds a study that was begun from here on: no other driver need prepare the same, and it is seen to be driven. */
    private int goOn(ResultsDb db, StudyRecord study, StudySpec spec) throws IOException, InterruptedException {
        try (Hold hold = Hold.of(study, db, clock)) {
            StudyDevice device = StudyDevice.ofBegun(spec.device(), db, clock);
            device.lost()
                    .ifPresent(why -> console.pass("%s What is trained meanwhile waits to be timed.".formatted(why)));
            db.artifacts().prepare();
            return prepared(db, study, spec, device).run(hold);
        }
    }

    private PreparedSearch prepared(ResultsDb db, StudyRecord study, StudySpec spec, StudyDevice device) {
        Foresight foresight = foresight(spec, device, db, Optional.of(study));
        if (place.elsewhere() && device.agent().isEmpty()) {
            console.pass(
                    "Latency on whichever of the cluster's machines trains a network: of use where all are alike. Maybe name a device with an agent.");
        } else {
            console.say(
                    "Latency on %s: %s.",
                    device.profile().name(), device.profile().description());
        }
        device.otherThan(db.trials().list(study.id())).ifPresent(console::pass);
        TrialData data = TrialData.read(spec.data());
        tell("Training", data.train());
        tell("Validation", data.validation());
        largestInput(spec).flatMap(side -> data.tooSmall(side, side)).ifPresent(console::pass);
        return new PreparedSearch(console, place, db, clock, study, spec, data, device, foresight);
    }

    private static boolean done(StudyRecord study, StudySpec spec) {
        return study.state() == StudyState.FINISHED && study.trials() == spec.trials();
    }

    /** What can be told of candidates before they are trained, if the study asks for anything. */
    private Foresight foresight(StudySpec spec, StudyDevice device, ResultsDb db, Optional<StudyRecord> study) {
        Foresight scores =
                study.isPresent() && spec.scored() ? SparkCluster.scores(spec.data(), spec.recipe()) : Foresight.NONE;
        if (!spec.bounds().bound(Objective.LATENCY)) {
            return scores;
        }
        ForeseenLatencies latencies = ForeseenLatencies.of(spec, device.profile(), db, study, store.typed());
        study.ifPresent(stored -> console.say("%s", latencies.words(spec)));
        return latencies.or(scores);
    }

    /** Side of the largest images that a candidate may read; empty where that is not a choice of the space. */
    private static Optional<Integer> largestInput(StudySpec spec) {
        return new NarrowedSpace(SearchSpaces.named(spec.space()), spec.choices())
                .choices().stream()
                        .filter(choice -> choice.name().equals("input"))
                        .flatMap(choice -> choice.options().stream())
                        .map(Integer::valueOf)
                        .max(Comparator.naturalOrder());
    }

    private void tell(String purpose, Reading reading) {
        console.say(
                "%s: %,d images, %,d objects.",
                purpose, reading.dataset().samples().size(), reading.dataset().objects());
        reading.summary().lines().forEach(line -> console.pass("  " + line));
    }
}
