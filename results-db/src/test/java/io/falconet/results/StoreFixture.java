package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static io.falconet.results.Samples.request;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.outcome.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An open store of its own for each test, and what tests do with it. */
abstract class StoreFixture {
    static final Duration LIFETIME = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    ResultsDb db;

    /** An empty database of its own for a test. */
    abstract ResultsDb open(Path folder) throws Exception;

    @BeforeEach
    void openDatabase() throws Exception {
        db = open(folder);
    }

    @AfterEach
    void closeDatabase() {
        db.close();
    }

    Claim claimed(String name) {
        long study = db.studies().create(name, "name: " + name, 30, NOW).id();
        return db.studies().claim(study, "a", LIFETIME, NOW).orElseThrow();
    }

    /** Makes the last sign of life of a study's driver older, or younger. */
    void age(Claim claim, Duration by) {
        db.transactions()
                .use(handle -> handle.execute(
                        "UPDATE study SET heartbeat_nanos = heartbeat_nanos - ? WHERE id = ?",
                        by.toNanos(),
                        claim.studyId()));
    }

    void record(Claim claim, int number, Outcome outcome) {
        db.trials().propose(claim, request(number), NOW);
        db.trials().record(claim, number, outcome, Optional.empty(), List.of(), NOW);
    }

    StudyRecord study(String name) {
        return db.studies().find(name).orElseThrow();
    }

    static void assertStale(Runnable write) {
        assertThatThrownBy(write::run).isInstanceOf(StaleClaimException.class).hasMessageContaining("Maybe");
    }

    /** Runs a piece of work on eight threads at once. */
    static <T> List<T> at8(Work<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int number = thread;
                calls.add(() -> work.on(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    interface Work<T> {
        T on(int thread) throws Exception;
    }
}
