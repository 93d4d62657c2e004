package io.falconet.dashboard.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.dashboard.StudyFixture;
import io.falconet.results.ResultsDb;
import io.falconet.results.TrialRecord;
import io.falconet.space.search.strategy.Descent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AncestryTest {
    private ResultsDb db;
    private long study;

    @BeforeEach
    void fill(@TempDir Path folder) {
        db = ResultsDb.open("jdbc:h2:mem:" + UUID.randomUUID(), folder);
        study = new StudyFixture(db, "demo", Instant.EPOCH).bred().finished().id();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void aLineGoesBackToOneWithoutParents() {
        Ancestry ancestry = of(28, 100);
        assertThat(ancestry.older()).isEmpty();
        List<Generation> generations = ancestry.generations();
        for (int i = 1; i < generations.size(); i++) {
            assertThat(generations.get(i - 1).parent())
                    .contains(generations.get(i).trial());
        }
        assertThat(generations).hasSizeGreaterThan(4);
        assertThat(generations.get(generations.size() - 1).trial().descent().map(Descent::parents))
                .contains(List.of());
    }

    @Test
    void aLineIsCutAndGoesOn() {
        Ancestry whole = of(28, 100);
        Ancestry cut = of(28, 2);
        assertThat(cut.generations()).isEqualTo(whole.generations().subList(0, 2));
        assertThat(cut.older()).contains(whole.generations().get(2).trial().number());
        assertThat(of(cut.older().orElseThrow(), 100).generations())
                .isEqualTo(whole.generations().subList(2, whole.generations().size()));
    }

    @Test
    void aChildOfTwoSaysWhatTheOtherGave() {
        Generation crossed = of(24, 1).generations().get(0);
        assertThat(crossed.other()).isPresent();
        assertThat(crossed.changes()).isNotEmpty().anyMatch(Change::inherited);
    }

    @Test
    void aParentThatIsNotThereEndsTheLine() {
        TrialRecord child = find(28).orElseThrow();
        assertThat(Ancestry.of(child, number -> Optional.empty(), 10).generations())
                .containsExactly(new Generation(child, Optional.empty(), Optional.empty()));
    }

    private Ancestry of(int number, int most) {
        return Ancestry.of(find(number).orElseThrow(), this::find, most);
    }

    private Optional<TrialRecord> find(int number) {
        return db.trials().find(study, number);
    }
}
