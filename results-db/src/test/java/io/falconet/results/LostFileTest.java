package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static io.falconet.results.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falconet.space.outcome.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder of a store that is open is moved away, or its files cannot be written. */
class LostFileTest {
    private final Outcome outcome = new Samples(1).outcome();

    @TempDir
    Path folder;

    private Path data;
    private Path elsewhere;
    private ResultsDb db;
    private Claim claim;

    @BeforeEach
    void recordOne() {
        data = folder.resolve("data");
        elsewhere = folder.resolve("elsewhere");
        db = ResultsDb.openFolder(data);
        long study = db.studies().create("pcb", "name: pcb", 4, NOW).id();
        claim = db.studies().claim(study, "a", Duration.ofSeconds(30), NOW).orElseThrow();
        record(0);
        db.trials().propose(claim, request(1), NOW);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void nothingIsWrittenIntoAFileThatWasMoved() throws IOException {
        Files.move(data, elsewhere);

        assertLost(() -> record(2));
        assertLost(() -> finish(1));
        assertLost(() -> db.studies().heartbeat(claim, Optional.empty()));
        assertLost(() -> db.trials().list(claim.studyId()));
        assertLost(() -> db.artifacts().put("model.onnx", "onnx", new byte[] {1}));
        assertThat(data.resolve("artifacts")).doesNotExist();
    }

    @Test
    void whatWasRecordedIsThereOnceTheFileIsBack() throws IOException {
        Path file = data.resolve("falconet.mv.db");
        Files.move(file, elsewhere);
        assertLost(() -> finish(1));
        Files.move(elsewhere, file);

        assertThat(db.trials().list(claim.studyId()))
                .extracting(TrialRecord::state)
                .containsExactly(TrialState.of(outcome), TrialState.RUNNING);
        finish(1);
        db.close();
        try (ResultsDb again = ResultsDb.openFolder(data)) {
            assertThat(again.trials().outcome(claim.studyId(), 1)).contains(outcome);
        }
    }

    @Test
    void aFileThatWasMovedIsWholeWhereItIs() throws IOException {
        Files.move(data, elsewhere);
        assertLost(() -> finish(1));
        db.close();

        try (ResultsDb moved = ResultsDb.openFolder(elsewhere)) {
            assertThat(moved.trials().outcome(claim.studyId(), 0)).contains(outcome);
            assertThat(moved.trials().outcome(claim.studyId(), 1)).isEmpty();
        }
    }

    @Test
    void aFileThatWasDeletedIsMissed() throws IOException {
        Files.delete(data.resolve("falconet.mv.db"));
        assertLost(() -> finish(1));
    }

    @Test
    void aFileThatIsReadOnlyIsNamed() {
        db.close();
        Path file = data.resolve("falconet.mv.db");
        assumeTrue(file.toFile().setReadOnly() && !Files.isWritable(file), "whoever runs this may write anything");
        assertThatThrownBy(() -> ResultsDb.openFolder(data))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Expected a database that can be written, found " + file + " read-only.")
                .hasMessageContaining("Maybe run as its owner");
    }

    private void record(int number) {
        db.trials().propose(claim, request(number), NOW);
        finish(number);
    }

    private void finish(int number) {
        db.trials().record(claim, number, outcome, Optional.empty(), List.of(), NOW);
    }

    private void assertLost(Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Expected the database in " + data.resolve("falconet.mv.db") + ", found no such")
                .hasMessageContaining("Maybe its folder was moved or deleted");
    }
}
