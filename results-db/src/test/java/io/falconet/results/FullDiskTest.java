package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static io.falconet.results.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falconet.space.outcome.Failed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of three megabytes that fills up, or is read-only. Skipped where nobody may mount one. */
class FullDiskTest {
    private static final int SIZE = 3 << 20;

    @TempDir
    static Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createTempDirectory(folder, "disk");
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", disk.toString()),
                "a disk of its own can be mounted by root alone");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void anArtifactThatDoesNotFitLeavesNothing() throws IOException {
        ArtifactStore artifacts = new ArtifactStore(disk.resolve("artifacts"));
        StoredArtifact small = artifacts.put("a.log", "log", new byte[1000]);

        assertThatThrownBy(() -> artifacts.put("model.onnx", "onnx", new byte[2 * SIZE]))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Cannot store model.onnx (%d bytes)".formatted(2 * SIZE))
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("Maybe the disk is full or the folder is read-only.");

        try (Stream<Path> left = Files.walk(disk).filter(Files::isRegularFile)) {
            assertThat(left).containsExactly(disk.resolve("artifacts").resolve(ArtifactStore.path(small.sha256())));
        }
        assertThat(artifacts.put("b.log", "log", new byte[2000]).bytes()).isEqualTo(2000);
    }

    @Test
    void anArtifactOnAReadOnlyDiskIsNamed() throws Exception {
        ArtifactStore artifacts = new ArtifactStore(disk.resolve("artifacts"));
        run("mount", "-o", "remount,ro", disk.toString());
        assertThatThrownBy(() -> artifacts.put("model.onnx", "onnx", new byte[1]))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Maybe the disk is full or the folder is read-only.");
    }

    @Test
    void aStoreOnAReadOnlyDiskIsNamedWhenItIsOpened() throws Exception {
        ResultsDb.openFolder(disk).close();
        run("mount", "-o", "remount,ro", disk.toString());
        assertThatThrownBy(() -> ResultsDb.openFolder(disk))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Expected a folder that can be written, found " + disk)
                .hasMessageContaining("Maybe choose another with --data-dir");
    }

    @Test
    void aDiskWithoutRoomForTablesIsNamed() throws IOException {
        Files.write(disk.resolve("ballast"), new byte[SIZE - 100_000]);
        long begun = System.nanoTime();
        assertThatThrownBy(() -> ResultsDb.openFolder(disk))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("Maybe the disk is full");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("room does not come by waiting")
                .isLessThan(Duration.ofSeconds(15));
    }

    /** What was recorded before is there, the one that did not fit is not there half, and goes in once there is room. */
    @Test
    void aDatabaseThatFillsItsDiskKeepsWhatWasRecorded() throws Exception {
        Path ballast = Files.write(disk.resolve("ballast"), new byte[SIZE / 4]);
        Claim claim;
        int recorded = 0;
        try (ResultsDb db = ResultsDb.openFolder(disk)) {
            long study = db.studies().create("pcb", "name: pcb", 400, NOW).id();
            claim = db.studies().claim(study, "a", Duration.ofSeconds(30), NOW).orElseThrow();
            ResultsException full = null;
            while (full == null && recorded < 100) {
                try {
                    record(db, claim, recorded);
                    recorded++;
                } catch (ResultsException e) {
                    full = e;
                }
            }
            assertThat(full)
                    .isNotNull()
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("Maybe the disk is full");
        }
        Files.delete(ballast);
        try (ResultsDb db = ResultsDb.openFolder(disk)) {
            for (int number = 0; number < recorded; number++) {
                assertThat(db.trials().outcome(claim.studyId(), number)).contains(outcome(number));
            }
            assertThat(db.trials().outcome(claim.studyId(), recorded)).isEmpty();
            record(db, claim, recorded);
            assertThat(db.trials().outcome(claim.studyId(), recorded)).contains(outcome(recorded));
        }
    }

    private static void record(ResultsDb db, Claim claim, int number) {
        db.trials().propose(claim, request(number), NOW);
        db.trials().record(claim, number, outcome(number), Optional.empty(), List.of(), NOW);
    }

    /** A long log that cannot be compressed. */
    private static Failed outcome(int number) {
        byte[] log = new byte[50_000];
        new Random(number).nextBytes(log);
        StringBuilder text = new StringBuilder();
        for (byte letter : log) {
            text.append((char) ('!' + (letter & 63)));
        }
        return new Failed("boom", text.toString(), Samples.provenance("data", Samples.FIDELITY));
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // there is no such command
            return false;
        }
    }
}
