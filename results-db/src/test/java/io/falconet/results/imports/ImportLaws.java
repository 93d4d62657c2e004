package io.falconet.results.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialState;
import io.falconet.results.Wanted;
import io.falconet.results.backup.Backup;
import io.falconet.results.backup.Restore;
import io.falconet.results.check.StoreCheck;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.outcome.Pruned;
import io.falconet.space.space.GivenParameters;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for imports, whichever database gets them. */
abstract class ImportLaws {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    Path folder;

    private ResultsDb db;

    /** An address of an empty database of its own for a test. */
    abstract String empty(Path place) throws Exception;

    @BeforeEach
    void openDatabase() throws Exception {
        db = ResultsDb.open(empty(folder.resolve("store")), folder.resolve("store"));
    }

    @AfterEach
    void closeDatabase() {
        db.close();
    }

    private Imported take(Path file, String... objectives) {
        return take(file, Optional.empty(), objectives);
    }

    private Imported take(Path file, Optional<String> of, String... objectives) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String each : objectives) {
            columns.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return new TrialImport(db).run(new ImportRequest(file, "there", columns, of, ZoneOffset.UTC, "ann"), NOW);
    }

    private Path csv(String... lines) throws IOException {
        return Files.writeString(folder.resolve("trials.csv"), String.join("\n", lines) + "\n");
    }

    private void refuses(Path file, List<String> objectives, String... messages) {
        assertThatThrownBy(() -> take(file, objectives.toArray(String[]::new)))
                .isInstanceOf(ImportException.class)
                .hasMessageContainingAll(messages)
                .hasMessageContaining("Maybe");
        assertThat(db.studies().list()).isEmpty();
    }

    private List<TrialRecord> trials(StudyRecord study) {
        return db.trials().list(study.id());
    }

    private static Map<String, String> given(TrialRecord trial) {
        return GivenParameters.parse(trial.architecture()).orElseThrow().values();
    }

    private static Outcome outcome(TrialRecord trial) {
        return trial.outcome().orElseThrow();
    }

    private List<Integer> front(StudyRecord study) throws Exception {
        StudySpec spec = new StudyReader().readStored(study.specYaml());
        return db.trials().front(study.id(), spec).stream()
                .map(TrialRecord::number)
                .toList();
    }

    private List<?> wrong(ResultsDb store) {
        return new StoreCheck(store, content -> 1).run(NOW).findings();
    }

    @Test
    void optunasSqliteComesInWhole() throws Exception {
        Path file = folder.resolve("optuna.db");
        OptunaFile.boards(file);

        Imported imported = take(file, "map50-95=values_0", "latency=values_1", "macs=user_attrs_macs");
        assertThat(imported.incomplete()).isEqualTo(2);
        StudyRecord study = imported.study();

        assertThat(study.state()).isEqualTo(StudyState.FINISHED);
        assertThat(study.trials()).isEqualTo(6);
        assertThat(study.finished()).isEqualTo(6);
        assertThat(study.imported().orElseThrow())
                .matches(
                        "optuna\\.db \\(sha256 [0-9a-f]{64}\\), study \"boards\" of Optuna's sqlite, by ann, on 2026-03-02T08:00:00Z");
        List<TrialRecord> trials = trials(study);
        assertThat(trials)
                .extracting(TrialRecord::state)
                .containsExactly(
                        TrialState.EVALUATED,
                        TrialState.PRUNED,
                        TrialState.FAILED,
                        TrialState.FAILED,
                        TrialState.FAILED,
                        TrialState.FAILED);
        assertThat(given(trials.get(0)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("lr", "0.001", "layers", "12", "optimizer", "adam, with decay"));
        assertThat(given(trials.get(1))).isEqualTo(Map.of("optimizer", "null"));
        assertThat(given(trials.get(4))).isEmpty();
        Evaluated first = (Evaluated) outcome(trials.get(0));
        assertThat(first.accuracy().map50To95()).isEqualTo(0.25);
        assertThat(first.latency().orElseThrow().medianMillis()).isEqualTo(4.5);
        assertThat(first.complexity())
                .isEqualTo(new Complexity(Complexity.UNKNOWN, Complexity.UNKNOWN, Complexity.UNKNOWN, 1_250_000));
        assertThat(Objective.PARAMETERS.value(first)).isNaN();
        assertThat(first.provenance().imported()).isTrue();
        assertThat(first.provenance().elapsed()).isEqualTo(Duration.ofMinutes(1));
        assertThat(trials.get(0).proposed()).isEqualTo(Instant.parse("2026-03-01T10:00:00.25Z"));
        assertThat(((Pruned) outcome(trials.get(1))).reason()).contains("at step 1 it reported 0.0625");
        assertThat(((Failed) outcome(trials.get(2))).cause()).isEqualTo("out of memory");
        assertThat(((Failed) outcome(trials.get(3))).cause()).isEqualTo("values_1, which is latency, is inf");
        assertThat(((Failed) outcome(trials.get(4))).cause()).contains("still running");
        assertThat(db.trials().log(study.id(), 0).orElseThrow())
                .contains(
                        "There it is trial 0, COMPLETE.",
                        "step      1  0.125",
                        "step      2  nan",
                        "user_attrs_note  the first");
        assertThat(front(study)).containsExactly(0);
        assertThat(wrong(db)).isEmpty();
    }

    @Test
    void whatComesInSurvivesABackup() throws Exception {
        Path file = folder.resolve("optuna.db");
        OptunaFile.boards(file);
        StudyRecord study = take(file, "map50-95=values_0", "latency=values_1").study();
        assertThat(front(study)).containsExactly(0, 5);
        new Backup(db, "0.1.0").write(folder.resolve("all.zip"), NOW);
        String address = empty(folder.resolve("copy"));
        try (Restore restore = Restore.from(folder.resolve("all.zip"))) {
            restore.into(address, folder.resolve("copy"), NOW);
        }
        try (ResultsDb copy = ResultsDb.open(address, folder.resolve("copy"))) {
            assertThat(copy.studies().find("there")).contains(study);
            assertThat(copy.trials().list(study.id())).isEqualTo(trials(study));
            assertThat(copy.trials().log(study.id(), 0)).isEqualTo(db.trials().log(study.id(), 0));
            assertThat(wrong(copy)).isEmpty();
        }
    }

    @Test
    void ofSeveralStudiesOneIsNamed() throws Exception {
        Path file = folder.resolve("optuna.db");
        try (OptunaFile made = OptunaFile.at(file)) {
            made.study(1, "boards", "MAXIMIZE");
            made.study(2, "cells, small", "MAXIMIZE");
            made.attribute("study_system_attributes", 2, "study:metric_names", "[\"map50-95\"]");
            made.trial(1, 2, 0, "COMPLETE", null, null);
            made.value(1, 0, 0.5, "FINITE");
        }
        refuses(file, List.of(), "2 studies: \"boards\", \"cells, small\"", "found no --of", "Maybe --of \"boards\"");
        assertThatThrownBy(() -> take(file, Optional.of("bords")))
                .hasMessageContainingAll("\"boards\", \"cells, small\"", "Maybe boards is meant.");
        assertThatThrownBy(() -> take(file, Optional.of("boards"), "map50-95=value"))
                .hasMessageContaining("A trial was expected at least, found none.");
        Imported imported = take(file, Optional.of("cells, small"));
        assertThat(imported.best()).containsEntry(Objective.MAP50_95, new Imported.Best(0, 0.5));
        assertThat(trials(imported.study()).get(0).proposed()).isEqualTo(NOW);
    }

    @Test
    void theOtherDirectionIsRefusedUnlessItsSignIsTurned() throws Exception {
        Path file = folder.resolve("optuna.db");
        try (OptunaFile made = OptunaFile.at(file)) {
            made.study(1, "boards", "MINIMIZE");
            made.trial(1, 1, 0, "COMPLETE", null, null);
            made.value(1, 0, -50.0, "FINITE");
        }
        refuses(
                file,
                List.of("map50-95=value"),
                "map50-95 is maximised, found that value was minimised there.",
                "--objective map50-95=value*-1");
        assertThat(take(file, "map50-95=value/-100")
                        .best()
                        .get(Objective.MAP50_95)
                        .value())
                .isEqualTo(0.5);
    }

    @Test
    void otherDatabasesAndOlderOnesAreToldApart() throws Exception {
        Path older = folder.resolve("older.db");
        try (OptunaFile made = OptunaFile.at(older)) {
            made.run("ALTER TABLE trial_values DROP COLUMN value_type");
            made.run("UPDATE alembic_version SET version_num = 'v2.6.0.a'");
        }
        refuses(older, List.of(), "The tables of Optuna 3 or 4", "version v2.6.0.a", "optuna storage upgrade");
        Path other = folder.resolve("other.db");
        try (OptunaFile made = OptunaFile.at(other)) {
            made.run("DROP TABLE trial_params");
        }
        refuses(other, List.of(), "The tables of Optuna (studies", "found alembic_version, studies");
        Path damaged = folder.resolve("damaged.db");
        Files.write(damaged, "SQLite format 3\0and then nothing".getBytes(StandardCharsets.US_ASCII));
        refuses(damaged, List.of(), "that cannot be read");
        Path zip = folder.resolve("backup.zip");
        Files.write(zip, new byte[] {'P', 'K', 3, 4, 0});
        refuses(zip, List.of(), "falconet db restore");
        refuses(
                Files.writeString(folder.resolve("wide.csv"), "a,b\n1,2\n", StandardCharsets.UTF_16),
                List.of(),
                "UTF-8");
        refuses(folder.resolve("none.csv"), List.of(), "found none");
        refuses(folder, List.of(), "found a folder");
    }

    @Test
    void optunasCsvComesIn() throws Exception {
        Path file = csv(
                ",number,values_0,values_1,datetime_start,datetime_complete,duration,params_lr,params_opt,user_attrs_note,state",
                "0,0,0.5,4.5,2026-03-01 10:00:00.5,2026-03-01 10:00:01,0 days 00:00:00.500000,0.01,\"sgd, plain\",hm,COMPLETE",
                "1,1,,,2026-03-01 10:00:02,2026-03-01 10:00:03,0 days 00:00:01,0.02,adam,,PRUNED",
                "2,2,0.25,2.5,2026-03-01 10:00:02,,,0.02,,,TrialState.COMPLETE");
        Imported imported = take(file, "map50-95=values_0", "latency=values_1*2");
        assertThat(imported.trials()).isEqualTo(Map.of(TrialState.EVALUATED, 2, TrialState.PRUNED, 1));
        assertThat(imported.renumbered()).isFalse();
        assertThat(imported.study().started()).contains(Instant.parse("2026-03-01T10:00:00.5Z"));
        assertThat(imported.best())
                .isEqualTo(Map.of(
                        Objective.MAP50_95, new Imported.Best(0, 0.5), Objective.LATENCY, new Imported.Best(2, 5.0)));
        assertThat(given(trials(imported.study()).get(0))).isEqualTo(Map.of("lr", "0.01", "opt", "sgd, plain"));
        assertThat(given(trials(imported.study()).get(2))).isEqualTo(Map.of("lr", "0.02"));
        assertThat(front(imported.study())).containsExactly(0, 2);
        assertThat(wrong(db)).isEmpty();
    }

    @Test
    void anyCsvComesInWithOtherSeparatorsToo() throws Exception {
        Path file = csv(
                "\uFEFFmap50_95;parameters;width;note",
                "0.5;2500000;8;a",
                "0.25;1000000.0;;\"b\nc\"",
                ";1;2;",
                "nan;1;2;",
                "-Infinity;1;2;");
        Imported imported = take(file);
        assertThat(imported.best().keySet()).containsExactly(Objective.MAP50_95, Objective.PARAMETERS);
        assertThat(imported.incomplete()).isEqualTo(3);
        List<TrialRecord> trials = trials(imported.study());
        assertThat(given(trials.get(0))).isEqualTo(Map.of("width", "8", "note", "a"));
        assertThat(given(trials.get(1))).isEqualTo(Map.of("note", "b\nc"));
        assertThat(((Failed) outcome(trials.get(2))).cause()).isEqualTo("map50_95, which is map50-95, is empty");
        assertThat(((Failed) outcome(trials.get(4))).cause()).endsWith("is -Infinity");
        assertThat(front(imported.study())).containsExactly(0, 1);
        assertThat(wrong(db)).isEmpty();
    }

    @Test
    void allFaultsAreToldAtOnceAndNothingIsStored() throws Exception {
        Path file = csv(
                "number,value,datetime_start,datetime_complete,params_lr,state",
                "0,0.5,2026-03-01 10:00:00,2026-03-01 09:00:00,0.1,COMPLETE",
                "0,37.5,yesterday,,0.1,COMPLETE",
                "1,zero,,,0.1,COMPLETE",
                "2,0.5,,,0.1,COMPLET",
                "x,0.5,,,\"0,1\",COMPLETE",
                "4,0.5,,,0,1,COMPLETE");
        refuses(
                file,
                List.of("map50-95=value", "latncy=value"),
                "trials.csv has 9 problems:",
                "found \"latncy\". Maybe latency is meant.",
                "line 2: an end at or after the start, 2026-03-01 10:00:00, was expected, found 2026-03-01 09:00:00.",
                "line 3: another number than that of line 2 was expected, found 0 again.",
                "line 3: the time of its start was expected, found \"yesterday\".",
                "line 3: column value: map50-95 from 0 to 1 was expected, found 37.5. Maybe it is in percent, --objective map50-95=value/100",
                "line 4: column value: a number was expected, found \"zero\".",
                "line 5: a state was expected",
                "found \"COMPLET\". Maybe COMPLETE is meant.",
                "line 6: a number of the trial was expected, found \"x\".",
                "line 7: 6 cells were expected, as in the header, found 7.",
                "Nothing was imported.");
    }

    @Test
    void manyFaultsOfAKindAreCounted() throws Exception {
        Path file = csv(IntStream.range(0, 50)
                .mapToObj(i -> i == 0 ? "map50,x" : "oops,1")
                .toArray(String[]::new));
        refuses(file, List.of(), "line 2: column map50", "line 11: ", "and 39 more like these.");
    }

    @Test
    void aColumnThatIsNotThereIsToldWithItsNearest() throws Exception {
        Path file = csv("number,values_0,state", "0,0.5,COMPLETE");
        refuses(
                file,
                List.of("map50-95=vlues_0/100"),
                "found \"vlues_0/100\"; there are number, values_0, state.",
                "Maybe values_0 is meant.");
        refuses(
                file,
                List.of(),
                "objectives are map50-95",
                "columns number, values_0, state",
                "Maybe --objective map50-95=values_0.");
        refuses(csv("a,a,map50", "1,2,0.5"), List.of(), "found \"a\" twice");
        refuses(csv("map50"), List.of(), "A trial was expected at least, found none.");
        refuses(Files.writeString(folder.resolve("empty.csv"), ""), List.of(), "found nothing");
        refuses(csv("map50", "\"0.5"), List.of(), "A CSV was expected");
        refuses(
                Files.write(folder.resolve("latin.csv"), new byte[] {'m', 'a', 'p', '5', '0', '\n', (byte) 0xe4, '\n'}),
                List.of(),
                "Text in UTF-8 was expected");
    }

    @Test
    void falconetsOwnCsvKeepsItsArchitecturesAndAnswersNoSearch() throws Exception {
        String architecture =
                SearchSpaces.named("small-objects").draw(new Random(1)).text();
        String network = SearchSpaces.named("small-objects")
                .detector(SearchSpaces.named("small-objects").draw(new Random(1)), 2)
                .id();
        String row = "%d,0.5,0.75,,3.5,3.25,3.75,1000,5000,%s,\"%s\"";
        Path file = csv(
                "trial,map50_95,map50,map_small,latency_ms,latency_low_ms,latency_high_ms,parameters,macs,network,architecture",
                row.formatted(17, network, architecture),
                row.formatted(3, network, architecture));
        Imported imported = take(file);
        assertThat(imported.renumbered()).isTrue();
        assertThat(imported.networks()).isTrue();
        assertThat(imported.best().keySet())
                .containsExactly(Objective.MAP50_95, Objective.LATENCY, Objective.PARAMETERS);
        TrialRecord trial = trials(imported.study()).get(0);
        assertThat(trial.architecture()).isEqualTo(architecture);
        assertThat(trial.networkId()).isEqualTo(network);
        assertThat(db.trials().log(imported.study().id(), 0).orElseThrow()).contains("There it is trial 3");
        Evaluated outcome = (Evaluated) outcome(trial);
        assertThat(outcome.latency().orElseThrow().lowNanos()).isEqualTo(3_250_000);
        assertThat(wrong(db)).isEmpty();

        Provenance provenance = outcome.provenance();
        for (String recipe : List.of("", "short (1a2b3c4d)")) {
            // Even where it looked alike in all that a search compares.
            db.transactions().use(handle -> handle.createUpdate("UPDATE outcome SET versions = :versions")
                    .bind("versions", "{\"recipe\":\"%s\"}".formatted(recipe))
                    .execute());
            assertThat(db.trials()
                            .known(new Wanted(
                                    network,
                                    recipe,
                                    provenance.fidelity(),
                                    Optional.empty(),
                                    "",
                                    Optional.empty(),
                                    Optional.empty())))
                    .isEmpty();
        }
        assertThat(db.trials().trainings(imported.study().id())).isEmpty();
        assertThat(db.studies().claim(imported.study().id(), "a driver", Duration.ofSeconds(30), NOW))
                .isEmpty();
    }

    @Test
    void architecturesThatAreNoneAreRefused() throws Exception {
        String one = SearchSpaces.named("small-objects").draw(new Random(1)).text();
        String other = SearchSpaces.named("catalog").draw(new Random(1)).text();
        refuses(
                csv(
                        "map50,architecture",
                        "0.5,wide",
                        "0.5,small-object:a=1",
                        "0.5,\"" + one + "\"",
                        "0.5,\"" + other + "\"",
                        "0.5,small-objects:a=b"),
                List.of(),
                "line 2: column architecture: one as Falconet writes it was expected, found \"wide\"",
                "line 3: column architecture: one of a search space was expected",
                "Maybe small-objects is meant.",
                "line 5: column architecture: one of the same space as before, small-objects, was expected",
                "line 6: column architecture: one that space small-objects has was expected");
    }

    @Test
    void theSameFileASecondTimeIsRefused() throws Exception {
        Path file = csv("map50,x", "0.5,1");
        take(file);
        assertThatThrownBy(() -> take(file))
                .hasMessageContaining("found that study there was imported from the same one: trials.csv (sha256 ");
        Path other = csv("map50,x", "0.5,2");
        assertThatThrownBy(() -> take(other))
                .hasMessageContainingAll(
                        "A new study was expected, found there", "Maybe another name: --study there-2.");
        assertThat(db.studies().list()).hasSize(1);
        assertThat(trials(db.studies().list().get(0))).hasSize(1);
    }

    @Test
    void manyTrialsAreOneStudy() throws Exception {
        Path file = csv(IntStream.rangeClosed(0, 5000)
                .mapToObj(i -> i == 0
                        ? "number,map50,latency,width"
                        : "%d,%s,%s,%d".formatted(5000 - i, i / 5000.0, 1 + i % 97, i))
                .toArray(String[]::new));
        StudyRecord study = take(file).study();
        List<TrialRecord> trials = trials(study);
        assertThat(trials).hasSize(5000);
        assertThat(given(trials.get(0))).isEqualTo(Map.of("width", "5000"));
        assertThat(study.finished()).isEqualTo(5000);
        assertThat(wrong(db)).isEmpty();
    }
}
