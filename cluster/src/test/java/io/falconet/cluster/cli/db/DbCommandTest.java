package io.falconet.cluster.cli.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import io.falconet.results.ArtifactStore;
import io.falconet.results.Claim;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is being searched, checked, backed up and restored by typed commands. */
class DbCommandTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Fidelity FIDELITY = new Fidelity(8, 0, 16);

    @TempDir
    private Path folder;

    private StoredArtifact log;

    @BeforeEach
    void fill() {
        try (ResultsDb db = ResultsDb.openFolder(folder.resolve("store"))) {
            long study = db.studies().create("boards", yaml(), 3, NOW).id();
            Claim claim = db.studies()
                    .claim(study, "a driver", Duration.ofSeconds(30), NOW)
                    .orElseThrow();
            log = db.artifacts().put("training.log", "log", new byte[] {1, 2, 3});
            propose(db, claim, 0);
            db.trials()
                    .record(
                            claim,
                            0,
                            new Failed(
                                    "out of memory",
                                    "",
                                    new Provenance(7, "0.1.0", "data", FIDELITY, Map.of(), NOW, Duration.ofSeconds(3))),
                            Optional.empty(),
                            List.of(log),
                            NOW);
            propose(db, claim, 1);
        }
    }

    private static void propose(ResultsDb db, Claim claim, int number) {
        Architecture architecture = SearchSpaces.named("small-objects").draw(new Random(number));
        String network =
                SearchSpaces.named("small-objects").detector(architecture, 1).id();
        db.trials().propose(claim, new TrialRequest(number, architecture, network, FIDELITY, 7), NOW);
    }

    private static String yaml() {
        return """
                name: boards
                space: small-objects
                data: {train: train.json, validation: val.json, images: images}
                objectives: [map50-95, parameters]
                trials: 3
                fidelity: {epochs: 8, images: all, batch: 16}
                seed: 5
                """;
    }

    private Typed type(String... line) {
        return typeAt("store", line);
    }

    private Typed typeAt(String store, String... line) {
        String[] all = new String[line.length + 3];
        all[0] = "db";
        System.arraycopy(line, 0, all, 1, line.length);
        all[line.length + 1] = "--data-dir";
        all[line.length + 2] = folder.resolve(store).toString();
        return Typed.run(all);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Path artifact() {
        try (ResultsDb db = ResultsDb.openFolder(folder.resolve("store"))) {
            return Path.of(db.artifacts().place().address(ArtifactStore.path(log.sha256())));
        }
    }

    @Test
    void nothingIsWrongWhileASearchRuns() {
        Typed typed = type("check");
        assertThat(typed.code()).as(typed.out() + typed.err()).isZero();
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains("1 studies, 2 trials and 1 artifacts were looked at; nothing is wrong.");
        assertThat(type("check", "--format", "csv").out().strip())
                .isEqualTo("kind,study,trial,expected,found,remedy,fault,bytes");
    }

    @Test
    void aFaultIsToldWithItsPlaceAndWhatMayHelp() throws IOException {
        Files.delete(artifact());
        Typed typed = type("check");
        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.out())
                .startsWith("boards:0  artifact-missing\n  Expected training.log in ")
                .contains(", found no such file.\n  Maybe the artifacts folder was moved");
        assertThat(typed.err()).contains("1 faults.");
        JsonNode row = new ObjectMapper()
                .readTree(type("check", "--format", "json").out())
                .get(0);
        assertThat(row.get("kind").asText()).isEqualTo("artifact-missing");
        assertThat(row.get("study").asText()).isEqualTo("boards");
        assertThat(row.get("trial").asInt()).isZero();
        assertThat(row.get("fault").asBoolean()).isTrue();
    }

    @Test
    void aFileThatNoTrialNamesIsNoFault() throws IOException {
        Path old = Files.write(artifact().resolveSibling("put-7.tmp"), new byte[77]);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        Typed typed = type("check");
        assertThat(typed.code()).isZero();
        assertThat(typed.err())
                .contains("1 files of 77 bytes are artifacts of no trial. Maybe remove them", "put-7.tmp  77 bytes");
        assertThat(type("check", "--format", "csv").out()).contains("artifact-unnamed,,,", ",false,77");
    }

    @Test
    void aBackupComesBackInAnotherStore() {
        Typed backup = type("backup", file("falconet.zip"));
        assertThat(backup.code()).as(backup.err()).isZero();
        assertThat(backup.err()).contains("holds 1 studies, 2 trials and 1 artifacts of 3 bytes, schema ");

        Typed restore = typeAt("copy", "restore", file("falconet.zip"));
        assertThat(restore.code()).as(restore.err()).isZero();
        assertThat(restore.err())
                .contains(
                        "1 studies, 2 trials and 1 artifacts are restored",
                        "Study boards was being searched and is stopped here. To go on: falconet resume boards --data-dir "
                                + folder.resolve("copy"));
        assertThat(typeAt("copy", "check").code()).isZero();

        Typed again = typeAt("copy", "restore", file("falconet.zip"));
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("Expected an empty store", "Maybe name a new folder with --data-dir");
    }

    @Test
    void aStoreMovesItsArtifactsToWhatHadoopReadsAndRemembersThem() throws IOException {
        String place = "file://" + folder.resolve("hadoop");
        assertThat(type("backup", file("falconet.zip")).code()).isZero();
        Typed refused = type("check", "--artifacts", place);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("Expected the artifacts of this store in ", "Maybe leave it away");

        Typed restore = typeAt("copy", "restore", file("falconet.zip"), "--artifacts", place);
        assertThat(restore.code()).as(restore.err()).isZero();
        assertThat(typeAt("copy", "check").code()).isZero();
        assertThat(typeAt("copy", "backup", file("second.zip")).code()).isZero();
        assertThat(folder.resolve("copy").resolve("artifacts")).doesNotExist();
        Files.delete(folder.resolve("hadoop").resolve(ArtifactStore.path(log.sha256())));
        assertThat(typeAt("copy", "check").out()).contains("Expected training.log in " + place);
    }

    @Test
    void aBackupIsNotOverwritten() {
        assertThat(type("backup", file("falconet.zip")).code()).isZero();
        Typed again = type("backup", file("falconet.zip"));
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("falconet.zip already", "Maybe give it another name.");
    }

    @Test
    void aBackupOfAStoreThatLostAnArtifactSaysSo() throws IOException {
        Files.delete(artifact());
        Typed typed = type("backup", file("falconet.zip"));
        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err())
                .contains("1 artifacts were expected besides, found missing or damaged.")
                .contains("Maybe falconet db check --data-dir " + folder.resolve("store") + " names them.");
        Typed restore = typeAt("copy", "restore", file("falconet.zip"));
        assertThat(restore.code()).isZero();
        assertThat(restore.err()).contains("1 artifacts were missing when the backup was made, and are.");
    }

    @Test
    void whatIsNoBackupIsRefused() throws IOException {
        Files.writeString(folder.resolve("notes.zip"), "notes");
        for (String name : List.of("notes.zip", "nope.zip")) {
            Typed typed = typeAt("copy", "restore", file(name));
            assertThat(typed.code()).isEqualTo(2);
            assertThat(typed.err()).contains("Expected ", name, "Maybe ");
        }
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void anUpToDateStoreSaysSo() {
        Typed typed = type("migrate");
        assertThat(typed.code()).isZero();
        assertThat(typed.err()).contains("The tables are up to date: schema ");
        assertThat(typed.out()).containsPattern("trial +2 +2\n");
    }

    @Test
    void anOlderStoreIsBroughtUpToDateAndCounted() {
        String address = ResultsDb.address(folder.resolve("old"));
        ResultsDb.openAt(address, folder.resolve("old"), 3).close();
        Typed typed = typeAt("old", "migrate", "--format", "csv");
        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err()).contains("The tables went from schema 3 to ", "; no row is lost.");
        assertThat(typed.out()).contains("trial,0,0", "calibration,,0");
    }

    @Test
    void aStoreThatIsNotThereIsNamedAndNotMade() {
        for (String[] line :
                List.of(new String[] {"check"}, new String[] {"backup", file("a.zip")}, new String[] {"migrate"})) {
            Typed typed = typeAt("nowhere", line);
            assertThat(typed.code()).isEqualTo(2);
            assertThat(typed.err()).contains("A store of results was expected in ", "nowhere, found none", "Maybe ");
        }
        assertThat(folder.resolve("nowhere")).doesNotExist();
        assertThat(folder.resolve("a.zip")).doesNotExist();
    }
}
