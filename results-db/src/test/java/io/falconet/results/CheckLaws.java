package io.falconet.results;

import static io.falconet.results.Samples.FIDELITY;
import static io.falconet.results.Samples.NOW;
import static io.falconet.results.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.results.check.Finding;
import io.falconet.results.check.Inspection;
import io.falconet.results.check.Unnamed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for the check of a store, whichever database is underneath. */
abstract class CheckLaws extends GroupLaws {
    private HealthyStore store() {
        return HealthyStore.in(db);
    }

    private void sql(String... statements) {
        db.transactions().use(handle -> {
            for (String statement : statements) {
                handle.execute(statement);
            }
        });
    }

    private List<String> wrongAfter(String... statements) {
        HealthyStore store = store();
        sql(statements);
        return store.wrong();
    }

    /** A condition that one trial of a study meets. */
    private static String of(String study, int number) {
        return " WHERE study_id = (SELECT id FROM study WHERE name = '%s') AND number = %d".formatted(study, number);
    }

    @Test
    void nothingIsWrongInAHealthyStore() {
        Inspection inspection = store().inspect(Instant.now());
        assertThat(inspection.findings()).isEmpty();
        assertThat(inspection.unnamed()).isEmpty();
        assertThat(inspection.studies()).isEqualTo(2);
        assertThat(inspection.trials()).isEqualTo(6);
        assertThat(inspection.artifacts()).as("each file once").isEqualTo(4);
    }

    @Test
    void nothingIsWrongInAnEmptyStore() {
        assertThat(HealthyStore.inspect(db, NOW).findings()).isEmpty();
    }

    @Test
    void aFindingSaysWhatWasExpectedWhatWasFoundWhereAndWhatToDo() {
        HealthyStore store = store();
        sql("UPDATE outcome SET map50 = 1.5" + of("pcb", 2));
        assertThat(store.inspect(NOW).findings()).singleElement().satisfies((Finding finding) -> {
            assertThat(finding.study()).contains("pcb");
            assertThat(finding.trial()).contains(2);
            assertThat(finding.message())
                    .startsWith("Expected average precisions from 0 to 1, or none, found mAP50-95 0.25, mAP50 1.5,")
                    .contains("Maybe ");
        });
    }

    @Test
    void studiesThatCannotBeAreNamed() {
        assertThat(wrongAfter(
                        "UPDATE study SET state = 'GONE', token = -1 WHERE name = 'pcb'",
                        "UPDATE study SET owner = NULL WHERE name = 'boards'"))
                .containsExactlyInAnyOrder("study-state pcb", "study-counts pcb", "study-claim boards");
    }

    @Test
    void aStudyWithoutItsEndAndOneThatEndedTooEarlyAreNamed() {
        assertThat(wrongAfter(
                        "UPDATE study SET ended_nanos = NULL WHERE name = 'pcb'",
                        "UPDATE study SET ended_nanos = 1 WHERE name = 'boards'"))
                .containsExactlyInAnyOrder("study-end pcb", "study-end boards");
    }

    @Test
    void aStudyFileThatCannotBeReadIsNamed() {
        assertThat(wrongAfter("UPDATE study SET spec = 'name: pcb' WHERE name = 'pcb'"))
                .containsExactly("study-file pcb");
    }

    @Test
    void theFileOfAnotherStudyIsNamed() {
        assertThat(wrongAfter("UPDATE study SET name = 'other' WHERE name = 'pcb'"))
                .containsExactly("study-file other");
    }

    @Test
    void aStudyThatPlansOtherTrialsThanItsFileIsNamed() {
        assertThat(wrongAfter("UPDATE study SET trials = 3 WHERE name = 'pcb'"))
                .containsExactlyInAnyOrder("study-file pcb", "trial-beyond-plan pcb:3");
    }

    @Test
    void rolesThatNobodyKnowsAndAStoreThatLocksAllOutAreNamed() {
        assertThat(wrongAfter("UPDATE account SET disabled_nanos = 1", "UPDATE api_token SET role = 'GOD'"))
                .containsExactlyInAnyOrder("account-admin", "account-role");
    }

    @Test
    void aTrialInFlightInAFinishedStudyIsNamedAndInARunningOneIsNot() {
        assertThat(wrongAfter("UPDATE study SET state = 'FINISHED', ended_nanos = 1 WHERE name = 'boards'"))
                .containsExactly("trial-in-flight boards:1");
    }

    @Test
    void aFrontThatItsOutcomesDoNotMakeIsNamed() {
        assertThat(wrongAfter("DELETE FROM front" + of("pcb", 1))).containsExactly("study-front pcb");
        sql("UPDATE study SET front_rule = NULL");
        assertThat(new HealthyStore(db).wrong()).as("it is not kept").isEmpty();
    }

    @Test
    void trialsThatWereCountedWronglyAreNamed() {
        assertThat(wrongAfter("UPDATE study SET finished = 3 WHERE name = 'pcb'"))
                .containsExactly("study-finished pcb");
    }

    @Test
    void gapsAreNamedBehindThem() {
        assertThat(wrongAfter("UPDATE trial SET number = 7" + of("boards", 1)))
                .containsExactly("trial-numbers boards:7");
    }

    @Test
    void finishedTrialsWithoutOutcomeAreNamed() {
        assertThat(wrongAfter("DELETE FROM outcome" + of("pcb", 3))).containsExactly("outcome-missing pcb:3");
    }

    @Test
    void outcomesAndArtifactsOfTrialsInFlightAreNamed() {
        assertThat(wrongAfter(
                        "UPDATE trial SET state = 'RUNNING', finished_nanos = NULL, reused_study_id = NULL, reused_number = NULL"
                                + of("boards", 0)))
                .containsExactlyInAnyOrder(
                        "outcome-unfinished boards:0",
                        "artifact-unfinished boards:0",
                        "artifact-unfinished boards:0",
                        "study-finished boards",
                        "study-front boards");
    }

    @Test
    void outcomesOfNoTrialAreNamed() {
        assertThat(wrongAfter("ALTER TABLE outcome DROP CONSTRAINT outcome_trial", "DELETE FROM trial" + of("pcb", 3)))
                .containsExactly("study-finished pcb", "outcome-unfinished pcb:3");
    }

    @Test
    void statesThatTrialsDoNotHaveAreNamed() {
        assertThat(wrongAfter("UPDATE trial SET state = 'LOST'" + of("pcb", 3))).containsExactly("trial-state pcb:3");
        sql("UPDATE trial SET state = 'FAILED', finished_nanos = NULL" + of("pcb", 3));
        assertThat(new HealthyStore(db).wrong()).containsExactly("trial-end pcb:3");
    }

    @Test
    void reuseOfWhatIsNotThereIsNamed() {
        assertThat(wrongAfter(
                        "ALTER TABLE trial DROP CONSTRAINT trial_reused",
                        "UPDATE trial SET reused_number = 99" + of("boards", 0)))
                .containsExactly("reuse-source boards:0");
    }

    @Test
    void reuseOfAFailureOfAnotherNetworkAndHalfAReferenceAreNamed() {
        assertThat(wrongAfter("UPDATE trial SET reused_number = 3" + of("boards", 0)))
                .containsExactly("reuse-source boards:0");
        sql("UPDATE trial SET reused_number = 1" + of("boards", 0));
        assertThat(new HealthyStore(db).wrong()).containsExactly("reuse-source boards:0");
        sql("UPDATE trial SET reused_number = NULL" + of("boards", 0));
        assertThat(new HealthyStore(db).wrong()).containsExactly("reuse-source boards:0");
    }

    @Test
    void promotionOfWhatIsNotThereOrWasNotEvaluatedIsNamed() {
        assertThat(wrongAfter("UPDATE trial SET promoted = 3" + of("pcb", 1)))
                .containsExactly("promotion-source pcb:1");
        sql("ALTER TABLE trial DROP CONSTRAINT trial_promoted", "UPDATE trial SET promoted = 99" + of("pcb", 1));
        assertThat(new HealthyStore(db).wrong()).containsExactly("promotion-source pcb:1");
    }

    @Test
    void descentFromWhatIsNotThereOrOfNoKindIsNamed() {
        assertThat(wrongAfter(
                        "UPDATE trial SET origin = 'MUTANT', parent = 99" + of("pcb", 2),
                        "UPDATE trial SET origin = 'CROSSED', parent = 0" + of("pcb", 3),
                        "UPDATE trial SET origin = 'STOLEN'" + of("boards", 0),
                        "UPDATE trial SET origin = 'SEED', seed_name = 'yolo-fastestv2'" + of("boards", 1)))
                .containsExactly("descent pcb:2", "descent pcb:3", "descent boards:0");
        assertThat(HealthyStore.inspect(db, NOW).findings())
                .extracting(Finding::found)
                .contains("MUTANT from trial 99, which is not there", "CROSSED from trial 0");
        sql("UPDATE trial SET parent = 3, other_parent = 2" + of("pcb", 3));
        assertThat(new HealthyStore(db).wrong()).as("its own child").contains("descent pcb:3");
    }

    @Test
    void fidelitiesThatCannotBeAreNamed() {
        assertThat(wrongAfter("UPDATE trial SET epochs = 0" + of("boards", 1)))
                .containsExactly("trial-fidelity boards:1");
        sql("UPDATE trial SET epochs = 8, pixels = 'NaN'" + of("boards", 1));
        assertThat(new HealthyStore(db).wrong()).containsExactly("trial-fidelity boards:1");
    }

    @Test
    void anOutcomeOfAnotherTrainingIsNamed() {
        assertThat(wrongAfter("UPDATE outcome SET epochs = 7" + of("pcb", 3)))
                .containsExactly("outcome-fidelity pcb:3");
    }

    @Test
    void valuesThatCannotBeAreNamed() {
        assertThat(wrongAfter(
                        "UPDATE outcome SET map50_95 = 'NaN'" + of("pcb", 0),
                        "UPDATE outcome SET map_small = -0.1" + of("pcb", 1),
                        "UPDATE outcome SET macs = -1" + of("pcb", 2),
                        "UPDATE outcome SET reason = NULL" + of("pcb", 3)))
                .containsExactlyInAnyOrder(
                        "accuracy pcb:0", "accuracy pcb:1", "counts pcb:2", "outcome-kind pcb:3", "study-front pcb");
    }

    @Test
    void latenciesThatCannotBeAreNamed() {
        assertThat(wrongAfter(
                        "UPDATE outcome SET low_nanos = -1" + of("pcb", 0),
                        "UPDATE outcome SET high_nanos = 1" + of("pcb", 1),
                        "UPDATE outcome SET median_nanos = NULL" + of("pcb", 2)))
                .containsExactly("latency pcb:0", "latency pcb:1", "latency pcb:2");
    }

    @Test
    void curvesThatCannotBeAreNamed() {
        assertThat(wrongAfter(
                        "UPDATE curve SET learning_rate = 'NaN'" + of("pcb", 0) + " AND position = 0",
                        "UPDATE curve SET seconds = 'Infinity'" + of("pcb", 1) + " AND position = 0",
                        "DELETE FROM curve" + of("pcb", 2) + " AND position = 0"))
                .containsExactlyInAnyOrder("curve pcb:0", "curve pcb:1", "curve-gap pcb:2");
        sql(
                "DELETE FROM curve",
                "UPDATE outcome SET versions = '[]', scores = '{\"synflow\":\"much\"}'" + of("pcb", 2));
        assertThat(new HealthyStore(db).wrong()).containsExactly("outcome-json pcb:2", "outcome-json pcb:2");
    }

    @Test
    void aLossThatIsNoNumberIsNoFault() {
        assertThat(wrongAfter("UPDATE curve SET loss = 'NaN'")).isEmpty();
    }

    @Test
    void calibrationsThatCannotBeAreNamed() {
        assertThat(wrongAfter("UPDATE calibration SET low_nanos = 2000")).containsExactly("calibration");
        sql("UPDATE calibration SET low_nanos = 1, network = '0123456789abcdef'");
        assertThat(new HealthyStore(db).wrong()).containsExactly("calibration-network");
    }

    @Test
    void architecturesThatCannotBeReadOrBuildAnotherNetworkAreNamed() {
        assertThat(wrongAfter(
                        "UPDATE trial SET architecture = 'small-objects:nonsense'" + of("pcb", 3),
                        "UPDATE trial SET network_id = '0123456789abcdef'" + of("boards", 1)))
                .containsExactlyInAnyOrder("architecture pcb:3", "architecture boards:1");
    }

    @Test
    void artifactsThatAreGoneShorterOrOthersAreNamed() throws IOException {
        HealthyStore store = store();
        spoil("pcb", 0, Spoiling.DELETE);
        spoil("pcb", 1, Spoiling.CUT);
        spoil("pcb", 2, Spoiling.CHANGE);
        assertThat(store.wrong())
                .containsExactlyInAnyOrder("artifact-missing pcb:0", "artifact-size pcb:1", "artifact-digest pcb:2");
        assertThat(store.inspect(NOW).findings())
                .extracting(Finding::remedy)
                .anyMatch(remedy -> remedy.contains("falconet reproduce pcb:0 makes it again"));
    }

    private enum Spoiling {
        DELETE,
        CUT,
        CHANGE
    }

    private void spoil(String study, int number, Spoiling how) throws IOException {
        Path file = file(sha256(study, number));
        byte[] content = Files.readAllBytes(file);
        switch (how) {
            case DELETE -> Files.delete(file);
            case CUT -> Files.write(file, new byte[3]);
            case CHANGE -> {
                content[5]++;
                Files.write(file, content);
            }
        }
    }

    private Path file(String sha256) {
        return Path.of(db.artifacts().place().address(ArtifactStore.path(sha256)));
    }

    private String sha256(String study, int number) {
        return db.trials().artifacts(study(study).id(), number).stream()
                .filter(artifact -> artifact.name().equals("model.onnx"))
                .findFirst()
                .orElseThrow()
                .sha256();
    }

    @Test
    void filesThatNoRowNamesAreNoFaultAndOnesJustWrittenAreNotTold() throws IOException {
        HealthyStore store = store();
        Instant now = Instant.now();
        Path old = file(db.artifacts().put("a", "log", new byte[77]).sha256());
        db.artifacts().put("b", "log", new byte[78]);
        Path killed = Files.write(old.resolveSibling("put-1.tmp"), new byte[5]);
        Path named = file(sha256("pcb", 0));
        for (Path file : List.of(old, killed, named)) {
            Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofHours(2))));
        }
        Inspection inspection = store.inspect(now);
        assertThat(inspection.findings()).isEmpty();
        assertThat(inspection.unnamed())
                .containsExactlyInAnyOrder(new Unnamed(old.toString(), 77), new Unnamed(killed.toString(), 5));
        assertThat(inspection.unnamedBytes()).isEqualTo(82);
    }

    @Test
    void ofAThousandFaultsOfAKindTheRestIsCounted() {
        HealthyStore store = new HealthyStore(db);
        Claim claim = store.claimed("pcb", 3000);
        for (int number = 0; number < 1003; number++) {
            db.trials().propose(claim, request(number), NOW);
        }
        sql("UPDATE trial SET epochs = 0");
        Inspection inspection = store.inspect(NOW);
        assertThat(inspection.faults()).as("of three kinds").isEqualTo(3 * 1003);
        List<Finding> findings = inspection.findings().stream()
                .filter(finding -> finding.kind().equals("trial-fidelity"))
                .toList();
        assertThat(findings).hasSize(1001);
        assertThat(findings.get(1000).found()).isEqualTo("3 more like these");
    }

    @Test
    void aSearchThatRunsMeanwhileIsNoFault() throws Exception {
        HealthyStore store = store();
        Claim claim = store.claimed("busy", 1000);
        List<List<String>> wrong = at8(thread -> {
            if (thread == 0) {
                for (int number = 0; number < 60; number++) {
                    store.evaluate(claim, HealthyStore.request(number, number % 4, FIDELITY, Optional.empty()));
                }
            }
            return store.wrong();
        });
        assertThat(wrong).allSatisfy(findings -> assertThat(findings).isEmpty());
    }
}
