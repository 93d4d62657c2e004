package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static io.falconet.results.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that stops while a study is driven, and one that may be read alone. */
class StoppedServerIT {
    @TempDir
    Path folder;

    private int port;
    private EmbeddedPostgres server;
    private ResultsDb db;
    private Claim claim;

    @BeforeEach
    void recordOne() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = start();
        db = ResultsDb.open(url(), folder);
        long study = db.studies().create("pcb", "name: pcb", 4, NOW).id();
        claim = db.studies().claim(study, "a", Duration.ofMinutes(5), NOW).orElseThrow();
        record(0);
    }

    @AfterEach
    void close() throws IOException {
        db.close();
        server.close();
    }

    @Test
    void aDriverOutlivesAServerThatStartsAgainWithinSeconds() throws IOException {
        server.close();
        CompletableFuture<Void> recorded = CompletableFuture.runAsync(() -> record(1));
        server = start();

        recorded.join();

        assertThat(db.trials().list(claim.studyId())).hasSize(2).allMatch(trial -> trial.state()
                .finished());
    }

    @Test
    void aServerThatStaysDownIsNamedWithinAMinuteAndKeepsWhatWasRecorded() throws IOException {
        server.close();
        long begun = System.nanoTime();

        assertThatThrownBy(() -> record(1))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("The database at jdbc:postgresql://localhost:" + port + "/postgres failed:")
                .hasMessageContaining("refused")
                .hasMessageContaining("Maybe the server is down");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(1));
        server = start();
        assertThat(db.trials().outcome(claim.studyId(), 0)).contains(new Samples(0).outcome());
        assertThat(db.trials().outcome(claim.studyId(), 1)).isEmpty();
        record(1);
        assertThat(db.trials().outcome(claim.studyId(), 1)).contains(new Samples(1).outcome());
    }

    @Test
    void aDatabaseThatMayBeReadAloneIsReadAndNamedWhenWritten() {
        try (ResultsDb readOnly = ResultsDb.open(url() + "&options=-c%20default_transaction_read_only=on", folder)) {
            assertThat(readOnly.studies().find("pcb")).isPresent();
            assertThatThrownBy(() -> readOnly.studies().create("another", "", 1, NOW))
                    .isInstanceOf(ResultsException.class)
                    .hasMessageContaining("read-only transaction")
                    .hasMessageContaining("Maybe its disk is read-only, or its server is a standby");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ResultsDb.open(url().replace("/postgres?", "/another?"), folder))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("database \"another\" does not exist")
                .hasMessageContaining("Maybe create that database first");
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("server"))
                .setCleanDataDirectory(false)
                .start();
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres&password=postgres";
    }

    private void record(int number) {
        db.trials().propose(claim, request(number), NOW);
        db.trials().record(claim, number, new Samples(number).outcome(), Optional.empty(), List.of(), NOW);
    }
}
