package io.falconet.results.hadoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.results.ArtifactPlace;
import io.falconet.results.ArtifactPlaces;
import io.falconet.results.ArtifactStore;
import io.falconet.results.ResultsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Artifacts in this machine's files by way of Hadoop, which keeps a sum of each beside it. */
class HadoopPlaceTest {
    private static final byte[] ABC_CONTENT = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private ArtifactPlace place;
    private ArtifactStore artifacts;

    @BeforeEach
    void open() {
        place = ArtifactPlaces.of(
                "file://" + folder.resolve("a place").toString().replace(" ", "%20") + "/");
        artifacts = new ArtifactStore(place);
    }

    @AfterEach
    void close() {
        place.close();
    }

    private Path file(String sha256) {
        return folder.resolve("a place").resolve(ArtifactStore.path(sha256));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".crc"))
                    .toList();
        }
    }

    @Test
    void whatIsPutComesBackAndLiesUnderItsDigest() throws IOException {
        assertThat(artifacts.put("abc.txt", "text", ABC_CONTENT).sha256()).isEqualTo(ABC);
        assertThat(file(ABC)).hasBinaryContent(ABC_CONTENT);
        assertThat(artifacts.read(ABC)).isEqualTo(ABC_CONTENT);
        assertThat(artifacts.intact(ABC)).isTrue();
        assertThat(place.bytes(ArtifactStore.path(ABC))).isEqualTo(3);
        artifacts.put("again.txt", "text", ABC_CONTENT);
        artifacts.take(new ByteArrayInputStream(ABC_CONTENT), ABC);
        assertThat(files()).containsExactly(ABC);
        assertThat(place.list("")).extracting(ArtifactPlace.Entry::name).containsExactly("ba");
        assertThat(place.list("ba")).extracting(ArtifactPlace.Entry::name).containsExactly(ABC);
        assertThat(place.list("bb")).isEmpty();
        place.close();
        assertThat(artifacts.read(ABC))
                .as("as models are, once their store is closed")
                .isEqualTo(ABC_CONTENT);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> artifacts.read(ABC))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Expected an artifact at file://")
                .hasMessageContaining("a%20place/ba/" + ABC + ", found none");
        assertThat(artifacts.intact(ABC)).isFalse();
    }

    /** Once so that Hadoop's sum tells it, and once so that only the digest does. */
    @Test
    void whatIsDamagedIsNamedAndMendedByTheNextPut() throws IOException {
        artifacts.put("abc.txt", "text", ABC_CONTENT);
        Files.writeString(file(ABC), "abd");
        assertThatThrownBy(() -> artifacts.read(ABC))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Cannot read the artifact at file://")
                .hasMessageContaining("Maybe its disk is damaged");
        assertThat(artifacts.intact(ABC)).isFalse();
        artifacts.put("abc.txt", "text", ABC_CONTENT);
        assertThat(artifacts.read(ABC)).isEqualTo(ABC_CONTENT);

        Files.writeString(file(ABC), "abd");
        Files.delete(file(ABC).resolveSibling("." + ABC + ".crc"));
        assertThatThrownBy(() -> artifacts.read(ABC))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("is damaged: its 3 bytes have another digest");
        artifacts.take(new ByteArrayInputStream(ABC_CONTENT), ABC);
        assertThat(artifacts.read(ABC)).isEqualTo(ABC_CONTENT);
    }

    @Test
    void contentOfAnotherDigestIsRefusedAndLeavesNothing() throws IOException {
        assertThatThrownBy(() -> artifacts.take(new ByteArrayInputStream(new byte[9]), ABC))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Expected content of SHA-256 " + ABC);
        assertThat(files()).isEmpty();
    }

    @Test
    void eightThreadsPutTheSameAndLeaveNothingElse() throws Exception {
        byte[][] contents = new byte[10][100_000];
        Random random = new Random(1);
        for (byte[] content : contents) {
            random.nextBytes(content);
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> calls = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                calls.add(() -> {
                    for (byte[] content : contents) {
                        artifacts.put("a", "log", content);
                    }
                    return null;
                });
            }
            for (Future<Void> call : threads.invokeAll(calls)) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(files()).hasSize(10);
        for (byte[] content : contents) {
            assertThat(artifacts.read(artifacts.put("a", "log", content).sha256()))
                    .isEqualTo(content);
        }
    }

    @Test
    void aFileSystemThatIsNotThereIsNamedWithWhatToAdd() {
        assertCannotKeep("s3a://bucket/falconet", "FALCONET_BUILD=-Ps3a");
        assertCannotKeep("gs://bucket/falconet", "Maybe name the jar that reads gs addresses: FALCONET_CLASSPATH.");
    }

    @Test
    void aHostThatNobodyKnowsIsNamed() {
        assertCannotKeep("hdfs://no-such-host.invalid:8020/falconet", "Maybe the host's name is misspelled");
    }

    private static void assertCannotKeep(String address, String remedy) {
        try (ArtifactPlace wrong = ArtifactPlaces.of(address)) {
            assertThatThrownBy(() -> new ArtifactStore(wrong).prepare())
                    .isInstanceOf(ResultsException.class)
                    .hasMessageContaining("Cannot keep artifacts in " + address)
                    .hasMessageContaining(remedy);
        }
    }
}
