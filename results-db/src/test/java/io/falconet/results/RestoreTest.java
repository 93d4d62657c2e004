package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.results.backup.Backup;
import io.falconet.results.backup.Restore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no backup, or a bad one: each is named, and no store is filled from it. */
class RestoreTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("falconet.zip");
        try (ResultsDb db = ResultsDb.openFolder(folder.resolve("store"))) {
            HealthyStore.in(db);
            new Backup(db, "0.1.0").write(file, NOW);
        }
    }

    private void into() {
        into(file);
    }

    private void into(Path from) {
        Path copy = folder.resolve("copy");
        try (Restore restore = Restore.from(from)) {
            restore.into(ResultsDb.address(copy), copy, NOW);
        }
    }

    private void assertNothingRestored() {
        try (ResultsDb copy = ResultsDb.openFolder(folder.resolve("copy"))) {
            assertThat(HealthyStore.told(copy)).isEmpty();
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> into(folder.resolve("nope.zip")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nope.zip, found no file")
                .hasMessageContaining("Maybe its name is misspelled.");
    }

    @Test
    void aFileThatIsNoZipIsNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("text.zip"), "no zip at all");
        assertThatThrownBy(() -> into(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("to be a file that falconet db backup wrote, found no zip")
                .hasMessageContaining("Maybe");
        assertThat(folder.resolve("copy")).as("no store was made").doesNotExist();
    }

    @Test
    void aBackupThatWasCutIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(this::into)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("or only a part of it");
    }

    @Test
    void aZipOfSomethingElseIsNamed() throws IOException {
        Path other = ZipFiles.rewritten(file, "manifest.json", text -> "{\"format\":\"jar\"}");
        assertThatThrownBy(() -> into(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found the format \"jar\"");
        Path broken = ZipFiles.rewritten(file, "manifest.json", text -> "no json");
        assertThatThrownBy(() -> into(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found what cannot be read");
    }

    @Test
    void aBackupOfANewerSchemaIsRefused() throws IOException {
        Path newer = ZipFiles.rewritten(
                file, "manifest.json", text -> text.replaceFirst("\"schema\" : \\d+", "\"schema\" : 99"));
        assertThatThrownBy(() -> into(newer))
                .isInstanceOf(ResultsException.class)
                .hasMessageFindingMatch("Expected tables of schema \\d+ or older, found schema 99")
                .hasMessageContaining("Maybe use the newer Falconet that wrote them.");
        assertNothingRestored();
    }

    @Test
    void anArtifactThatWasChangedIsRefused() throws IOException {
        String sha256;
        try (ResultsDb db = ResultsDb.openFolder(folder.resolve("store"))) {
            sha256 = db.trials()
                    .artifacts(db.studies().find("pcb").orElseThrow().id(), 1)
                    .get(1)
                    .sha256();
        }
        Path spoilt = ZipFiles.binary(file, "artifacts/" + sha256);
        assertThatThrownBy(() -> into(spoilt))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Expected content of SHA-256 " + sha256);
        assertNothingRestored();
    }

    @Test
    void rowsThatAreMissingAreNoticed() throws IOException {
        Path spoilt = ZipFiles.rewritten(file, "tables/curve.jsonl", text -> text.substring(text.indexOf('\n') + 1));
        assertThatThrownBy(() -> into(spoilt))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("in table curve");
        assertNothingRestored();
    }

    @Test
    void aTableThatNobodyKnowsTheColumnsOfIsRefused() throws IOException {
        Path spoilt = ZipFiles.rewritten(
                file, "manifest.json", text -> text.replace("\"map50_95\"", "\"map; DROP TABLE study\""));
        assertThatThrownBy(() -> into(spoilt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Table outcome has the columns");
        assertNothingRestored();
    }
}
