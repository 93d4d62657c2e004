package io.falconet.cluster.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.Evaluation;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialState;
import io.falconet.space.search.SearchListener;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Something goes wrong around a search: it ends with a clear error, nothing is lost, and it goes on as if nothing had. */
class MishapTest {
    private static final int TRIALS = 12;
    private static final int MISHAP = 5;

    private final StudySpec spec = Studies.named("pcb", TRIALS);
    private final List<Integer> evaluated = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    private Path data;
    private Path elsewhere;
    private ResultsDb db;

    @BeforeEach
    void open() {
        data = folder.resolve("data");
        elsewhere = folder.resolve("elsewhere");
        db = ResultsDb.openFolder(data);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void aDataFolderThatIsMovedAwayEndsTheSearchAndOnceBackItGoesOn() {
        assertThatThrownBy(() -> search(Clock.systemUTC(), at(MISHAP, () -> move(data, elsewhere))))
                .hasMessageContaining("Expected the database in " + data.resolve("falconet.mv.db"))
                .hasMessageContaining("Maybe its folder was moved or deleted");
        db.close();
        assertThat(data.resolve("artifacts")).doesNotExist();

        // H2 makes its lock again where its file was.
        delete(data);
        move(elsewhere, data);
        db = ResultsDb.openFolder(data);
        goesOn();
    }

    /** As an unmounted or a full disk: nothing can be written there. */
    @Test
    void anArtifactFolderThatCannotBeWrittenEndsTheSearchAndLeavesNoTrialHalf() throws IOException {
        Path artifacts = data.resolve("artifacts");
        assertThatThrownBy(() -> search(Clock.systemUTC(), at(MISHAP, () -> {
                    move(artifacts, elsewhere);
                    create(artifacts);
                })))
                .hasMessageContaining("Cannot store model.onnx")
                .hasMessageContaining("Maybe the disk is full or the folder is read-only.");

        assertThat(study().state()).isEqualTo(StudyState.FAILED);
        assertThat(study().message()).hasValueSatisfying(why -> assertThat(why).contains("Cannot store model.onnx"));
        assertThat(trials()).hasSizeBetween(MISHAP + 1, TRIALS).allSatisfy(trial -> assertThat(trial.state())
                .isEqualTo(trial.number() < MISHAP ? TrialState.EVALUATED : TrialState.RUNNING));
        Files.delete(artifacts);
        move(elsewhere, artifacts);
        goesOn();
    }

    @Test
    void anArtifactFolderThatIsGoneIsMadeAgain() {
        SearchEnd end = search(Clock.systemUTC(), at(MISHAP, () -> move(data.resolve("artifacts"), elsewhere)));

        assertThat(end.finished()).isTrue();
        assertThat(data.resolve("artifacts")).isDirectory();
    }

    @Test
    void aSecondDriverIsRefusedWhileTheFirstSearches() {
        SearchEnd first = search(
                Clock.systemUTC(), at(MISHAP, () -> assertThatThrownBy(() -> search(Clock.systemUTC(), this::evaluate))
                        .isInstanceOf(TakenException.class)
                        .hasMessageContaining("Study pcb is being searched by process "
                                + ProcessHandle.current().pid())
                        .hasMessageContaining("a study has one driver at a time")));

        assertThat(first.finished()).isTrue();
        whole();
    }

    @Test
    void aDriverThatLostItsStudyIsRefusedAndHarmsNothing() {
        assertThatThrownBy(() -> search(Clock.systemUTC(), at(MISHAP, () -> {
                    Studies.silence(db, "pcb", Claiming.LIFETIME.plusSeconds(1));
                    assertThat(search(Clock.systemUTC(), this::evaluate).finished())
                            .isTrue();
                })))
                .hasMessageContaining("has been released or taken over");

        assertThat(study().state()).isEqualTo(StudyState.FINISHED);
        whole();
    }

    /** The driver's clock is set by a day whenever it is looked at. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void aClockThatJumpsLosesNothing(int days) {
        SearchEnd end = search(new JumpingClock(days), at(MISHAP, () -> assertThatThrownBy(
                        () -> search(new JumpingClock(-days), this::evaluate))
                .isInstanceOf(TakenException.class)));

        assertThat(end.finished()).isTrue();
        assertThat(end.elapsed()).isBetween(Duration.ZERO, Duration.ofHours(1));
        whole();
    }

    /** The database's clock is set by a day under a driver of this process, and another takes its study for silent. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void theClockOfTheDatabaseMayJumpToo(int days) {
        assertThatThrownBy(() -> search(Clock.systemUTC(), at(MISHAP, () -> {
                    Studies.silence(db, "pcb", Duration.ofDays(days));
                    assertThat(search(Clock.systemUTC(), this::evaluate).finished())
                            .isTrue();
                })))
                .hasMessageContaining("has been released or taken over");
        whole();
    }

    /** What was stored is not evaluated again, and the whole is what an undisturbed search finds. */
    private void goesOn() {
        Studies.silence(db, "pcb", Claiming.LIFETIME.plusSeconds(1));
        evaluated.clear();
        SearchEnd end = search(Clock.systemUTC(), this::evaluate);
        assertThat(end.finished()).isTrue();
        assertThat(end.stored()).isEqualTo(MISHAP);
        assertThat(evaluated).doesNotHaveDuplicates().hasSize(TRIALS - MISHAP);
        whole();
    }

    private void whole() {
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
    private Function<TrialRequest, CompletionStage<Evaluation>> at(int number, Runnable mishap) {
        return request -> {
            if (request.number() == number) {
                mishap.run();
            }
            return evaluate(request);
        };
    }

    private CompletionStage<Evaluation> evaluate(TrialRequest request) {
        evaluated.add(request.number());
        return CompletableFuture.completedStage(Studies.evaluation(request));
    }

    private SearchEnd search(Clock clock, Function<TrialRequest, CompletionStage<Evaluation>> evaluator) {
        return search(db, clock, evaluator);
    }

    private SearchEnd search(
            ResultsDb store, Clock clock, Function<TrialRequest, CompletionStage<Evaluation>> evaluator) {
        StudyRecord study = new StudyRegister(store, clock).enter(spec);
        return new StudyDriver(store, clock)
                .search(study, spec, Studies.DATA, Studies.DEVICE, evaluator, new SearchListener() {});
    }

    private StudyRecord study() {
        return db.studies().find("pcb").orElseThrow();
    }

    private List<TrialRecord> trials() {
        return db.trials().list(study().id());
    }

    private static List<String> architectures(ResultsDb store) {
        long study = store.studies().find("pcb").orElseThrow().id();
        return store.trials().list(study).stream()
                .map(TrialRecord::architecture)
                .toList();
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (NoSuchFileException e) {
            // there is nothing to be deleted
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Is set by some days whenever somebody looks at it. */
    private static final class JumpingClock extends Clock {
        private final AtomicInteger looks = new AtomicInteger();
        private final int days;

        JumpingClock(int days) {
            this.days = days;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(Duration.ofDays((long) days * looks.incrementAndGet()));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
