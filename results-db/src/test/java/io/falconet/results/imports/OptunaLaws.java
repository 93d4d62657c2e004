package io.falconet.results.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialState;
import io.falconet.results.backup.Backup;
import io.falconet.results.backup.Restore;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Pruned;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for what Optuna wrote, whichever database gets it. */
abstract class OptunaLaws extends ImportFixture {
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
}
