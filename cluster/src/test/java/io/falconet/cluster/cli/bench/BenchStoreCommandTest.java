package io.falconet.cluster.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.cli.Typed;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialState;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that makes a store to look at: {@code bench store}. */
class BenchStoreCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aStudyOfRealArchitecturesIsThere() throws StudyException {
        Typed typed = Typed.run("bench", "store", "--trials", "600", "--data-dir", folder.toString());

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err()).contains("Study explored has 600 trials", "./falconet dashboard");
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            StudyRecord study = db.studies().find("explored").orElseThrow();
            StudySpec spec = new StudyReader().readStored(study.specYaml());
            List<TrialRecord> trials = db.trials().list(study.id());
            assertThat(study.state()).isEqualTo(StudyState.FINISHED);
            assertThat(trials).hasSize(600).extracting(TrialRecord::networkId).doesNotHaveDuplicates();
            assertThat(trials)
                    .extracting(TrialRecord::state)
                    .contains(TrialState.EVALUATED, TrialState.FAILED, TrialState.INFEASIBLE, TrialState.PRUNED);
            assertThat(trials).allSatisfy(trial -> SearchSpaces.named(spec.space())
                    .options(Architecture.parse(trial.architecture())));
            assertThat(db.trials().front(study.id(), spec)).hasSizeBetween(5, 300);
        }
    }

    @Test
    void oneTrialIsTooFew() {
        Typed typed = Typed.run("bench", "store", "--trials", "1", "--data-dir", folder.toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("At least 2 trials");
    }
}
