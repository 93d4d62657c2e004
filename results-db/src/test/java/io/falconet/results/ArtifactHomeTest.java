package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.results.backup.Backup;
import io.falconet.results.backup.Restore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store remembers where its artifacts lie. */
class ArtifactHomeTest {
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    Path folder;

    private Path data;
    private Path elsewhere;

    @BeforeEach
    void name() {
        data = folder.resolve("data");
        elsewhere = folder.resolve("elsewhere");
    }

    private ResultsDb open(Path artifacts) {
        return ResultsDb.open(ResultsDb.address(data), data, Optional.of(artifacts.toString()));
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whoOpensItLaterFindsThemWithoutBeingTold() throws IOException {
        String sha256;
        try (ResultsDb db = open(elsewhere)) {
            sha256 = db.artifacts().put("a", "log", CONTENT).sha256();
        }
        try (ResultsDb db = ResultsDb.openFolder(data)) {
            assertThat(db.artifacts().read(sha256)).isEqualTo(CONTENT);
            assertThat(db.artifacts().place().address()).isEqualTo(elsewhere.toString());
            db.artifacts().put("b", "log", new byte[9]);
        }
        try (ResultsDb db = open(elsewhere)) {
            assertThat(db.artifacts().read(sha256)).isEqualTo(CONTENT);
        }
        assertThat(files(elsewhere)).hasSize(2);
        assertThat(data.resolve("artifacts")).doesNotExist();
    }

    @Test
    void anotherPlaceIsRefusedOnceThereIsOne() {
        open(elsewhere).close();
        assertThatThrownBy(() -> open(folder.resolve("third")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expected the artifacts of this store in " + elsewhere)
                .hasMessageContaining("found the option --artifacts " + folder.resolve("third"))
                .hasMessageContaining("Maybe leave it away");
        assertThat(folder.resolve("third")).doesNotExist();
    }

    @Test
    void theDataFolderIsThePlaceFromTheFirstArtifactOn() throws IOException {
        try (ResultsDb db = ResultsDb.openFolder(data)) {
            db.artifacts().put("a", "log", CONTENT);
        }
        assertThatThrownBy(() -> open(elsewhere))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expected the artifacts of this store in " + data.resolve("artifacts"));
        open(data.resolve("artifacts")).close();
        Files.move(data, folder.resolve("moved"));
        try (ResultsDb db = ResultsDb.openFolder(folder.resolve("moved"))) {
            assertThat(db.artifacts().place().address())
                    .isEqualTo(folder.resolve("moved").resolve("artifacts").toString());
        }
    }

    /** As the dashboard, which is started before the first search. */
    @Test
    void whoHadItOpenBeforeThePlaceWasNamedLooksThere() {
        try (ResultsDb before = ResultsDb.openFolder(data)) {
            assertThat(before.artifacts().place().address())
                    .isEqualTo(data.resolve("artifacts").toString());
            try (ResultsDb db = open(elsewhere)) {
                String sha256 = db.artifacts().put("a", "log", CONTENT).sha256();
                assertThat(before.artifacts().read(sha256)).isEqualTo(CONTENT);
            }
        }
    }

    @Test
    void ofManyThatStoreTheFirstArtifactEachFindsIt() throws Exception {
        try (ResultsDb db = ResultsDb.openFolder(data)) {
            StoreFixture.at8(thread -> {
                try (ResultsDb each = ResultsDb.openFolder(data)) {
                    String sha256 =
                            each.artifacts().put("a", "log", new byte[thread]).sha256();
                    assertThat(db.artifacts().read(sha256)).hasSize(thread);
                }
                return null;
            });
        }
        assertThat(files(data.resolve("artifacts"))).hasSize(8);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamedAndForgotten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> open(file.resolve("artifacts")))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Cannot keep artifacts in " + file)
                .hasMessageContaining("Maybe");
        open(elsewhere).close();
    }

    @Test
    void whatIsNoAddressIsNamed() {
        for (String address : List.of("hdfs:///falconet", "hdfs://namenode:8020", "s3a://bucket/", "file:")) {
            assertThatThrownBy(
                            () -> ResultsDb.open(ResultsDb.address(data), data, Optional.of(address)),
                            "--artifacts %s",
                            address)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Expected ")
                    .hasMessageContaining("Maybe ");
        }
        assertThatThrownBy(() ->
                        ResultsDb.open(ResultsDb.address(data), data, Optional.of("s3a://key:secret@bucket/falconet")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without a password")
                .hasMessageNotContaining("secret");
    }

    /** What was in a place that a backup's store remembered is restored where it is asked to be. */
    @Test
    void aRestoredStoreHasAPlaceOfItsOwn() {
        Path zip = folder.resolve("falconet.zip");
        try (ResultsDb db = open(elsewhere)) {
            HealthyStore.in(db);
            new Backup(db, "0.1.0").write(zip, NOW);
        }
        Path copy = folder.resolve("copy");
        Path third = folder.resolve("third");
        try (Restore restore = Restore.from(zip)) {
            restore.into(ResultsDb.address(copy), copy, Optional.of(third.toString()), NOW);
            Path plain = folder.resolve("plain");
            restore.into(ResultsDb.address(plain), plain, NOW);
        }
        for (String name : List.of("copy", "plain")) {
            try (ResultsDb db = ResultsDb.openFolder(folder.resolve(name))) {
                assertThat(new HealthyStore(db).wrong()).isEmpty();
                assertThat(db.artifacts().place().address())
                        .isEqualTo(name.equals("copy") ? third.toString() : folder.resolve("plain/artifacts") + "");
            }
        }
    }

    /** Its tables could not remember a place. */
    @Test
    void aBackupOfAnOlderStoreIsRestoredToWhereItIsAskedToBe() {
        OldStore.at(ResultsDb.address(data), data, 4);
        Path zip = folder.resolve("falconet.zip");
        String sha256;
        try (ResultsDb db = ResultsDb.openAt(ResultsDb.address(data), data, 4)) {
            StoredArtifact log = db.artifacts().put("training.log", "log", CONTENT);
            sha256 = log.sha256();
            db.transactions()
                    .use(handle -> handle.execute(
                            "INSERT INTO artifact (study_id, number, name, kind, sha256, bytes) VALUES (1, 0, ?, ?, ?, 3)",
                            log.name(),
                            log.kind(),
                            sha256));
            new Backup(db, "0.1.0").write(zip, NOW);
        }
        Path copy = folder.resolve("copy");
        try (Restore restore = Restore.from(zip)) {
            restore.into(ResultsDb.address(copy), copy, Optional.of(elsewhere.toString()), NOW);
        }
        try (ResultsDb db = ResultsDb.openFolder(copy)) {
            assertThat(db.artifacts().read(sha256)).isEqualTo(CONTENT);
            assertThat(db.artifacts().place().address()).isEqualTo(elsewhere.toString());
        }
        try (ResultsDb db = ResultsDb.openFolder(data)) {
            assertThat(db.artifacts().read(sha256)).isEqualTo(CONTENT);
        }
        assertThatThrownBy(() -> open(elsewhere)).isInstanceOf(IllegalArgumentException.class);
    }
}
