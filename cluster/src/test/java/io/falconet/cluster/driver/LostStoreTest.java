package io.falconet.cluster.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.results.ResultsDb;
import io.falconet.results.StudyState;
import io.falconet.results.TrialState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store goes away, or cannot be written, under a search: it ends clearly, nothing is lost, and it goes on later. */
class LostStoreTest extends MishapFixture {
    private Path elsewhere;

    @BeforeEach
    void findAnotherPlace() {
        elsewhere = folder.resolve("elsewhere");
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
}
