package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.device.StudyDevice;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.driver.Ancestry;
import io.falconet.cluster.driver.Hold;
import io.falconet.cluster.driver.Reuse;
import io.falconet.cluster.driver.SearchEnd;
import io.falconet.cluster.driver.StudyDriver;
import io.falconet.cluster.spark.StudyExecutors;
import io.falconet.evaluator.TrialData;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.space.search.Foresight;
import io.falconet.space.study.StudySpec;
import java.time.Clock;

/**
 * A search of which all is there that it takes.
 *
 * @param place in which its candidates are trained
 * @param device on which they are timed
 * @param foresight what can be told of them before
 */
record PreparedSearch(
        Console console,
        SearchPlace place,
        ResultsDb db,
        Clock clock,
        StudyRecord study,
        StudySpec spec,
        TrialData data,
        StudyDevice device,
        Foresight foresight) {
    /** Searches until the study is finished or stopped, and tells of it. Gives the exit code. */
    int run(Hold hold) {
        SearchEnd end = drive(hold);
        end.obstacle().ifPresent(console::pass);
        console.say(
                "%s after %d:%02d min: %d trials trained, %d taken from other studies, %d known before.",
                ended(),
                end.elapsed().toMinutes(),
                end.elapsed().toSecondsPart(),
                end.evaluated(),
                end.reused(),
                end.stored());
        if (end.finished()) {
            return 0;
        }
        return end.obstacle().isPresent() ? ExitCode.WORK_FAILED : ExitCode.STOPPED;
    }

    private String ended() {
        return switch (db.studies().find(spec.name()).orElseThrow().state()) {
            case FINISHED -> "Finished";
            case PAUSED -> "Paused";
            case CANCELLED -> "Cancelled";
            case RUNNING -> "Taken over by another driver";
            case QUEUED, STOPPED, FAILED -> "Stopped";
        };
    }

    private SearchEnd drive(Hold hold) {
        WaitingTold waits = new WaitingTold(console);
        StudyDriver driver = new StudyDriver(db, clock, foresight, Reuse.OF_ANY_SEED, waits::lasting);
        Ancestry ancestry = new Ancestry(db);
        SearchPlace.Hearing hearing = place.hear(driver::stop);
        try (StudyExecutors executors = place.executors(spec);
                waits;
                SearchProgress progress = new SearchProgress(console, clock, spec, study.finished(), place.watched())) {
            waits.begin(executors::waiting);
            return driver.search(
                    hold,
                    spec,
                    data,
                    device.profile(),
                    place.metrics()
                            .watching(
                                    spec.name(),
                                    request -> executors.evaluate(
                                            spec.name() + ":" + request.number(),
                                            () -> StudyTasks.task(
                                                    request, study.id(), spec, device.agent(), ancestry))),
                    progress.and(place.metrics().listener(spec)));
        } finally {
            hearing.end();
        }
    }
}
