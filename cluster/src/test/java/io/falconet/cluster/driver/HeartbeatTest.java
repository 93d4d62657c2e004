package io.falconet.cluster.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.results.Claim;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartbeatTest {
    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch lost = new CountDownLatch(1);
    private final AtomicReference<Optional<String>> waits = new AtomicReference<>(Optional.empty());
    private ResultsDb db;
    private StudyRecord study;
    private Heartbeat heartbeat;

    @BeforeEach
    void beat(@TempDir Path folder) {
        db = ResultsDb.openFolder(folder);
        study = db.studies().create("pcb", "name: pcb", 4, clock.instant());
        Claim claim = new Claiming(db.studies(), clock).claim(study);
        heartbeat = new Heartbeat(db.studies(), claim, Duration.ofMillis(20), waits::get, state -> lost.countDown());
    }

    @AfterEach
    void stop() {
        heartbeat.stop();
        db.close();
    }

    @Test
    void aDriverIsSeenToLive() {
        var first = db.studies().find("pcb").orElseThrow().heartbeat().orElseThrow();

        Awaitility.await().until(() -> db.studies()
                .find("pcb")
                .orElseThrow()
                .heartbeat()
                .orElseThrow()
                .isAfter(first));

        assertThat(lost.getCount()).isOne();
    }

    @Test
    void whyItWaitsIsSeenUntilItGoesOn() {
        waits.set(Optional.of("pcb:1 waits: no GPU free: in use by kites:4."));
        Awaitility.await().until(() -> db.studies().find("pcb").orElseThrow().message(), waits.get()::equals);

        waits.set(Optional.empty());
        Awaitility.await().until(() -> db.studies().find("pcb").orElseThrow().message(), Optional::isEmpty);
    }

    @Test
    void aStudyThatOthersStopStopsItsDriver() throws InterruptedException {
        db.studies().ask(study.id(), StudyState.STOPPED, Set.of(StudyState.RUNNING), clock.instant());

        assertThat(lost.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aClaimTakenOverStopsItsDriver() throws InterruptedException {
        Awaitility.await().until(() -> db.studies()
                .claim(study.id(), "another", Duration.ZERO, clock.instant())
                .isPresent());

        assertThat(lost.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
