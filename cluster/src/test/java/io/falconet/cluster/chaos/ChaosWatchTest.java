package io.falconet.cluster.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaosWatchTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void whoHasNoDriverForTooLongIsToldWithWhatWasBroken() throws Exception {
        ChaosStore store = ChaosStore.file(folder);
        ChaosWatch watch = new ChaosWatch(store);
        StudyRecord quick = queued(store, "quick");
        assertThat(watch.look("quick", NOW)).isEqualTo(StudyState.QUEUED);
        claim(store, quick);
        watch.look("quick", NOW.plusSeconds(3));

        StudyRecord slow = queued(store, "slow");
        watch.look("slow", NOW.plusSeconds(60));
        watch.look("slow", NOW.plusSeconds(66));
        claim(store, slow);
        assertThat(watch.look("slow", NOW.plusSeconds(72))).isEqualTo(StudyState.RUNNING);

        assertThat(watch.waits())
                .extracting(ChaosWatch.Wait::length)
                .containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(12));
        assertThat(watch.stuck(List.of(
                        broken(20, Victim.WORKER),
                        broken(58, Victim.AGENT),
                        broken(64, Victim.DRIVER),
                        broken(80, Victim.DISK))))
                .containsExactly("slow had no driver for 12 s; broken since 15 s before: AGENT (-2 s), DRIVER (+4 s)");
    }

    private static ChaosRun.Broken broken(int second, Victim what) {
        return new ChaosRun.Broken(NOW.plusSeconds(second), what);
    }

    private static StudyRecord queued(ChaosStore store, String name) {
        try (ResultsDb db = store.open()) {
            return db.studies().create(name, "name: " + name, 4, NOW);
        }
    }

    private static void claim(ChaosStore store, StudyRecord study) {
        try (ResultsDb db = store.open()) {
            assertThat(db.studies().claim(study.id(), "a driver", Duration.ofSeconds(30), NOW))
                    .isPresent();
        }
    }
}
