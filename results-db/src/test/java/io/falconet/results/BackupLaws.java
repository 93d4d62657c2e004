package io.falconet.results;

import static io.falconet.results.Samples.FIDELITY;
import static io.falconet.results.Samples.NOW;
import static io.falconet.results.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.results.backup.Backup;
import io.falconet.results.backup.Manifest;
import io.falconet.results.backup.Restore;
import io.falconet.results.backup.Restored;
import io.falconet.space.outcome.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for backups of a store, whichever database is underneath. */
abstract class BackupLaws extends CheckLaws {
    private static final Instant LATER = NOW.plusSeconds(3600);

    /** The address of a database of the same kind without tables. */
    abstract String empty(Path folder) throws Exception;

    private String h2() throws IOException {
        return ResultsDb.address(Files.createTempDirectory(folder, "h2"));
    }

    private Path backup() {
        return backup(db, "falconet.zip");
    }

    private Path backup(ResultsDb from, String name) {
        Path file = folder.resolve(name);
        new Backup(from, "0.1.0").write(file, NOW);
        return file;
    }

    private Restored restore(Path file, String address) throws IOException {
        try (Restore restore = Restore.from(file)) {
            return restore.into(address, data(address), LATER);
        }
    }

    private Path data(String address) {
        return folder.resolve("data-" + Integer.toHexString(address.hashCode()));
    }

    private ResultsDb restored(Path file, String address) throws IOException {
        restore(file, address);
        return ResultsDb.open(address, data(address));
    }

    /** All kinds of outcome, with all that texts and doubles can be. */
    private void strange(int trials) {
        Claim claim = claimed("strange");
        for (int number = 0; number < trials; number++) {
            Outcome outcome = new Samples(number).outcome();
            db.trials().propose(claim, request(number), NOW);
            db.trials().record(claim, number, outcome, Optional.empty(), List.of(), NOW);
        }
    }

    @Test
    void whatIsRestoredIsEqualOnTheSameDatabaseAndOnH2() throws Exception {
        HealthyStore store = HealthyStore.in(db);
        strange(600);
        Path file = backup();
        for (String address : List.of(empty(folder), h2())) {
            try (ResultsDb copy = restored(file, address)) {
                assertThat(HealthyStore.told(copy)).isEqualTo(store.told());
                StoredArtifact model =
                        db.trials().artifacts(study("pcb").id(), 1).get(1);
                assertThat(copy.artifacts().read(model.sha256()))
                        .isEqualTo(db.artifacts().read(model.sha256()));
            }
        }
    }

    @Test
    void aRestoredStoreHasNothingWrongAndGoesOn() throws Exception {
        HealthyStore.in(db);
        try (ResultsDb copy = restored(backup(), empty(folder))) {
            HealthyStore store = new HealthyStore(copy);
            assertThat(store.wrong()).isEmpty();
            Claim next = store.claimed("next", 1);
            assertThat(next.studyId()).isGreaterThan(study("boards").id());
            store.evaluate(next, HealthyStore.request(0, 1, FIDELITY, Optional.empty()));
            assertThat(store.wrong()).isEmpty();
        }
    }

    @Test
    void aStudyThatWasBeingSearchedComesBackAsStopped() throws Exception {
        HealthyStore.in(db);
        Path file = backup();
        String address = empty(folder);
        assertThat(restore(file, address).stopped()).containsExactly("boards");
        try (ResultsDb copy = ResultsDb.open(address, data(address))) {
            StudyRecord boards = copy.studies().find("boards").orElseThrow();
            assertThat(boards.state()).isEqualTo(StudyState.STOPPED);
            assertThat(boards.ended()).contains(LATER);
            assertThat(boards.heartbeat()).isEmpty();
            assertThat(boards.message().orElseThrow()).contains("resume it");
            assertThat(copy.studies().owner(boards.id())).isEmpty();
            assertThat(copy.trials().find(boards.id(), 1).orElseThrow().state()).isEqualTo(TrialState.RUNNING);
            assertThat(copy.studies().claim(boards.id(), "b", LIFETIME, LATER)).isPresent();
        }
    }

    @Test
    void theManifestTellsWhatThereIs() throws IOException {
        HealthyStore.in(db);
        Path file = backup();
        try (Restore restore = Restore.from(file)) {
            Manifest manifest = restore.manifest();
            assertThat(manifest.schema()).isEqualTo(db.schema());
            assertThat(manifest.falconet()).isEqualTo("0.1.0");
            assertThat(manifest.created()).isEqualTo(NOW.toString());
            assertThat(manifest.rows("trial")).isEqualTo(6);
            assertThat(manifest.tables())
                    .containsOnlyKeys(
                            "study",
                            "trial",
                            "outcome",
                            "curve",
                            "artifact",
                            "front",
                            "device",
                            "calibration",
                            "account",
                            "api_token",
                            "invitation",
                            "audit");
            assertThat(manifest.artifacts().count()).isEqualTo(4);
            assertThat(manifest.artifacts().lost()).isZero();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .as("it holds tokens")
                .isEqualTo("rw-------");
    }

    @Test
    void anEmptyStoreHasABackupToo() throws Exception {
        try (ResultsDb copy = restored(backup(), empty(folder))) {
            assertThat(copy.studies().list()).isEmpty();
            assertThat(copy.studies().create("first", "name: first", 1, NOW).id())
                    .isPositive();
        }
    }

    @Test
    void backupsAreOfOneMomentWhileASearchRecords() throws Exception {
        HealthyStore store = HealthyStore.in(db);
        Claim claim = store.claimed("busy", 100_000);
        CountDownLatch begun = new CountDownLatch(20);
        CountDownLatch enough = new CountDownLatch(3);
        List<List<Path>> files = at8(thread -> {
            List<Path> written = new ArrayList<>();
            if (thread == 0) {
                for (int number = 0; enough.getCount() > 0; number++) {
                    store.evaluate(claim, HealthyStore.request(number, number % 4, FIDELITY, Optional.empty()));
                    begun.countDown();
                }
            } else if (thread == 1) {
                begun.await();
                while (enough.getCount() > 0) {
                    written.add(backup(db, "busy" + enough.getCount() + ".zip"));
                    enough.countDown();
                }
            }
            return written;
        });
        long before = 0;
        for (Path file : files.get(1)) {
            try (ResultsDb copy = restored(file, h2())) {
                assertThat(new HealthyStore(copy).wrong()).isEmpty();
                long trials = copy.trials()
                        .list(copy.studies().find("busy").orElseThrow().id())
                        .size();
                assertThat(trials).isGreaterThanOrEqualTo(Math.max(20, before));
                before = trials;
            }
        }
        assertThat(files.get(1)).hasSize(3);
    }

    @Test
    void anArtifactThatIsLostIsCountedAndTheRestIsKept() throws Exception {
        HealthyStore.in(db);
        String lost = db.trials().artifacts(study("pcb").id(), 1).get(1).sha256();
        Files.delete(Path.of(db.artifacts().place().address(ArtifactStore.path(lost))));
        Path file = folder.resolve("falconet.zip");
        Manifest manifest = new Backup(db, "0.1.0").write(file, NOW);
        assertThat(manifest.artifacts().lost()).isEqualTo(1);
        assertThat(manifest.artifacts().count()).isEqualTo(3);
        try (ResultsDb copy = restored(file, empty(folder))) {
            assertThat(HealthyStore.told(copy)).isEqualTo(HealthyStore.told(db));
        }
    }

    @Test
    void aBackupIsNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("falconet.zip"), "mine");
        assertThatThrownBy(this::backup)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found " + file + " already")
                .hasMessageContaining("Maybe give it another name.");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aBackupThatFailsLeavesNoFile() throws IOException {
        db.transactions().use(handle -> handle.execute("DROP TABLE calibration"));
        assertThatThrownBy(this::backup).isInstanceOf(ResultsException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(path -> path.toString().contains("falconet.zip")))
                    .isEmpty();
        }
    }

    @Test
    void aStoreThatIsNotEmptyIsLeftAlone() throws Exception {
        HealthyStore store = HealthyStore.in(db);
        Path file = backup();
        String address = empty(folder);
        restore(file, address);
        assertThatThrownBy(() -> restore(file, address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expected an empty store to restore into, found 2 rows in its table study")
                .hasMessageContaining("Maybe name a new folder");
        try (ResultsDb copy = ResultsDb.open(address, data(address))) {
            assertThat(HealthyStore.told(copy)).isEqualTo(store.told());
        }
    }

    @Test
    void rowsThatWereChangedAreFoundAndNothingIsRestored() throws Exception {
        HealthyStore.in(db);
        Path spoilt =
                ZipFiles.rewritten(backup(), "tables/outcome.jsonl", text -> text.replaceFirst("2000000", "1999999"));
        String address = empty(folder);
        assertThatThrownBy(() -> restore(spoilt, address))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("in table outcome where its manifest says 5 of")
                .hasMessageContaining("nothing was restored");
        try (ResultsDb copy = ResultsDb.open(address, data(address))) {
            assertThat(HealthyStore.told(copy)).isEmpty();
        }
    }

    @Test
    void aMigrationOfAnUpToDateStoreSaysSo() throws Exception {
        String address = empty(folder);
        Migration first = ResultsDb.migrate(address, data(address));
        assertThat(first.changed()).isTrue();
        assertThat(first.from()).isZero();
        assertThat(first.to()).isEqualTo(db.schema());
        Migration second = ResultsDb.migrate(address, data(address));
        assertThat(second.changed()).isFalse();
        assertThat(second.rowsAfter()).containsEntry(Table.TRIAL, 0L).hasSize(12);
    }

    @Test
    void aMigrationCountsWhatItKeeps() throws Exception {
        String address = empty(folder);
        OldStore.at(address, data(address), 3);
        Migration migration = ResultsDb.migrate(address, data(address));
        assertThat(migration.from()).isEqualTo(3);
        assertThat(migration.rowsBefore()).containsEntry(Table.TRIAL, 1L).doesNotContainKey(Table.CALIBRATION);
        assertThat(migration.rowsAfter()).containsAllEntriesOf(migration.rowsBefore());
    }

    @Test
    void aBackupOfAnOlderSchemaIsBroughtUpToDate() throws Exception {
        String old = empty(folder);
        OldStore.at(old, data(old), 4);
        Path file;
        try (ResultsDb db = ResultsDb.openAt(old, data(old), 4)) {
            assertThat(db.schema()).isEqualTo(4);
            file = backup(db, "old.zip");
        }
        String address = empty(folder);
        Restored restored = restore(file, address);
        assertThat(restored.manifest().schema()).isEqualTo(4);
        assertThat(restored.schema()).isEqualTo(db.schema());
        try (ResultsDb copy = ResultsDb.open(address, data(address))) {
            TrialRecord trial = copy.trials().find(1, 0).orElseThrow();
            assertThat(trial.fidelity()).isEqualTo(FIDELITY);
            assertThat(trial.outcome().orElseThrow().provenance().fidelity()).isEqualTo(FIDELITY);
        }
        String newer = empty(folder);
        ResultsDb.open(newer, data(newer)).close();
        assertThatThrownBy(() -> restore(file, newer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expected tables of schema 4 or none")
                .hasMessageContaining("Maybe restore into a folder or a database that no Falconet has opened yet.");
    }
}
