package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One H2 file that several processes have open, some of which end without a word. */
class SharedFileIT {
    @TempDir
    Path folder;

    @Test
    void whatWasRecordedSurvivesTheSuddenEndOfItsProcess() throws Exception {
        assertThatThrownBy(() -> OtherProcess.start("record and drop dead", folder))
                .hasMessageContaining("found null");
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            long study = db.studies().find("theirs").orElseThrow().id();
            assertThat(db.trials().list(study)).hasSize(5);
            for (int number = 0; number < 5; number++) {
                assertThat(db.trials().outcome(study, number)).contains(new Samples(number).outcome());
            }
            // and its study goes on at once, although its claim is young
            assertThat(db.studies().claim(study, Owner.thisProcess().text(), Duration.ofMinutes(1), NOW))
                    .isPresent();
        }
    }

    @Test
    void twoProcessesRecordAtTheSameTime() throws Exception {
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            Claim claim = claim(db);
            try (OtherProcess other = OtherProcess.start("record", folder)) {
                OtherProcess.record(db, claim, 0, 50);
                assertThat(other.finish()).isZero();
            }
            assertThat(db.studies().list()).extracting(StudyRecord::finished).containsExactly(50, 50);
        }
    }

    @Test
    void aSearchOutlivesTheProcessThatServedItsFile() throws Exception {
        try (OtherProcess server = OtherProcess.start("open", folder);
                ResultsDb db = ResultsDb.openFolder(folder)) {
            Claim claim = claim(db);
            OtherProcess.record(db, claim, 0, 10);
            server.kill();
            OtherProcess.record(db, claim, 10, 20);
            assertThat(db.trials().list(claim.studyId())).hasSize(20).allMatch(trial -> trial.state()
                    .finished());
        }
    }

    @Test
    void interruptionsWaitAndHarmNothing() throws Exception {
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            Claim claim = claim(db);
            Thread worker = new Thread(() -> OtherProcess.record(db, claim, 0, 50));
            worker.start();
            while (worker.isAlive()) {
                worker.interrupt();
                worker.join(3);
            }
            assertThat(db.studies().find("ours").map(StudyRecord::finished)).contains(50);
            Thread.currentThread().interrupt();
            db.studies().list();
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aProcessThatIsAskedToEndRecordsItsLast() throws Exception {
        try (OtherProcess other = OtherProcess.start("record at the end", folder)) {
            other.terminate();
        }
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            StudyRecord study = db.studies().find("theirs").orElseThrow();
            assertThat(study.finished()).isEqualTo(20);
            assertThat(study.state()).isEqualTo(StudyState.STOPPED);
        }
    }

    @Test
    void aStoreOpensWhileAnotherProcessOpensAndClosesIt() throws Exception {
        try (OtherProcess restless = OtherProcess.start("open and close", folder)) {
            for (int opened = 0; opened < 15; opened++) {
                try (ResultsDb db = ResultsDb.openFolder(folder)) {
                    assertThat(db.studies().list()).isEmpty();
                }
            }
            assertThat(restless.finish()).isZero();
        }
    }

    @Test
    void aFileThatIsNotSharedIsNamed() throws Exception {
        try (OtherProcess selfish = OtherProcess.start("selfish", folder)) {
            assertThatThrownBy(() -> ResultsDb.openFolder(folder))
                    .isInstanceOf(ResultsException.class)
                    .hasMessageContaining("Maybe a program that has it open does not share it");
            assertThat(selfish.finish()).isZero();
        }
    }

    private static Claim claim(ResultsDb db) {
        long study = db.studies().create("ours", "", 50, NOW).id();
        return db.studies().claim(study, "we", Duration.ofMinutes(1), NOW).orElseThrow();
    }
}
