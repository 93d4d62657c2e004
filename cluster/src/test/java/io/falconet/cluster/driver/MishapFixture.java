package io.falconet.cluster.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.evaluator.Evaluation;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialState;
import io.falconet.space.search.SearchListener;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.study.StudySpec;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A search of a store of its own, under which something happens; and what is to be seen of it after. */
abstract class MishapFixture {
    static final int TRIALS = 12;

    /** The trial while which it happens. */
    static final int MISHAP = 5;

    final List<Integer> evaluated = new CopyOnWriteArrayList<>();
    private final StudySpec spec = Studies.named("pcb", TRIALS);

    @TempDir
    Path folder;

    Path data;
    ResultsDb db;

    @BeforeEach
    void open() {
        data = folder.resolve("data");
        db = ResultsDb.openFolder(data);
    }

    @AfterEach
    void close() {
        db.close();
    }

    /** The study is finished, no trial is half, and all is as if nothing had happened. */
    final void whole() {
        assertThat(study().state()).isEqualTo(StudyState.FINISHED);
        assertThat(trials()).hasSize(TRIALS).allMatch(trial -> trial.state() == TrialState.EVALUATED);
        assertThat(architectures(db)).isEqualTo(undisturbed());
    }

    private List<String> undisturbed() {
        try (ResultsDb other = ResultsDb.openFolder(folder.resolve("undisturbed"))) {
            search(other, Clock.systemUTC(), request -> CompletableFuture.completedStage(Studies.evaluation(request)));
            return architectures(other);
        }
    }

    /** An evaluator under which something happens before the answer for a trial is there. */
    final Function<TrialRequest, CompletionStage<Evaluation>> at(int number, Runnable mishap) {
        return request -> {
            if (request.number() == number) {
                mishap.run();
            }
            return evaluate(request);
        };
    }

    final CompletionStage<Evaluation> evaluate(TrialRequest request) {
        evaluated.add(request.number());
        return CompletableFuture.completedStage(Studies.evaluation(request));
    }

    final SearchEnd search(Clock clock, Function<TrialRequest, CompletionStage<Evaluation>> evaluator) {
        return search(db, clock, evaluator);
    }

    private SearchEnd search(
            ResultsDb store, Clock clock, Function<TrialRequest, CompletionStage<Evaluation>> evaluator) {
        StudyRecord study = new StudyRegister(store, clock).enter(spec);
        return new StudyDriver(store, clock)
                .search(study, spec, Studies.DATA, Studies.DEVICE, evaluator, new SearchListener() {});
    }

    final StudyRecord study() {
        return db.studies().find("pcb").orElseThrow();
    }

    final List<TrialRecord> trials() {
        return db.trials().list(study().id());
    }

    private static List<String> architectures(ResultsDb store) {
        long study = store.studies().find("pcb").orElseThrow().id();
        return store.trials().list(study).stream()
                .map(TrialRecord::architecture)
                .toList();
    }
}
