package io.falconet.cluster.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.results.Claim;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimingTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private ResultsDb db;
    private StudyRecord study;

    @BeforeEach
    void open(@TempDir Path folder) {
        db = ResultsDb.openFolder(folder);
        study = db.studies().create("pcb", "name: pcb", 4, NOW);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void aStudyHasOneDriverAtATimeWhateverItsClockTells() {
        Claim first = at(NOW).claim(study);

        assertThat(first.token()).isPositive();
        assertThatThrownBy(() -> at(NOW.plusSeconds(9999)).claim(study))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("process " + ProcessHandle.current().pid())
                .hasMessageContaining("Maybe");
    }

    @Test
    void aDriverThatNoLongerBeatsIsReplaced() {
        Claim lost = at(NOW).claim(study);

        Studies.silence(db, "pcb", Claiming.LIFETIME.plusSeconds(1));
        Claim taken = at(NOW).claim(study);

        assertThat(taken.token()).isGreaterThan(lost.token());
    }

    private Claiming at(Instant now) {
        return new Claiming(db.studies(), Clock.fixed(now, ZoneOffset.UTC));
    }
}
