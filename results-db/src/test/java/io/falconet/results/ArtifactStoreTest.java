package io.falconet.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactStoreTest {
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private ArtifactStore artifacts;

    @BeforeEach
    void openStore() {
        artifacts = new ArtifactStore(folder.resolve("artifacts"));
    }

    @Test
    void contentIsAddressedByItsDigest() throws IOException {
        StoredArtifact stored = artifacts.put("abc.txt", "text", "abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(stored).isEqualTo(new StoredArtifact("abc.txt", "text", ABC, 3));
        assertThat(folder.resolve("artifacts/ba").resolve(ABC)).hasContent("abc");
        try (InputStream content = artifacts.open(ABC)) {
            assertThat(content).hasContent("abc");
        }
    }

    @Test
    void emptyContentIsContent() {
        assertThat(artifacts.read(artifacts.put("nothing", "log", new byte[0]).sha256()))
                .isEmpty();
    }

    @Test
    void theSameContentIsStoredOnce() throws IOException {
        String one = artifacts.put("a", "log", new byte[] {1}).sha256();
        String two = artifacts.put("b", "weights", new byte[] {1}).sha256();
        assertThat(one).isEqualTo(two);
        assertThat(files()).hasSize(1);
    }

    @Test
    void eightThreadsPutTheSameAndLeaveNothingElse() throws Exception {
        byte[][] contents = new byte[10][100_000];
        Random random = new Random(1);
        for (byte[] content : contents) {
            random.nextBytes(content);
        }
        StoreFixture.at8(thread -> {
            for (byte[] content : contents) {
                assertThat(artifacts.read(artifacts.put("a", "log", content).sha256()))
                        .isEqualTo(content);
            }
            return null;
        });
        assertThat(files()).hasSize(10);
    }

    @Test
    void missingContentIsNamed() {
        assertThatThrownBy(() -> artifacts.open(ABC))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Expected an artifact at " + folder)
                .hasMessageContaining("Maybe the artifacts folder was moved");
    }

    @Test
    void damagedContentIsNamedAndMendedByTheNextPut() throws IOException {
        byte[] content = "abc".getBytes(StandardCharsets.US_ASCII);
        artifacts.put("abc.txt", "text", content);
        Files.writeString(folder.resolve("artifacts/ba").resolve(ABC), "abd");
        assertThatThrownBy(() -> artifacts.open(ABC))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("is damaged");
        artifacts.put("abc.txt", "text", content);
        assertThat(artifacts.read(ABC)).isEqualTo(content);
    }

    @Test
    void addressesLeadNowhereElse() {
        assertThatThrownBy(() -> artifacts.open("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        ArtifactStore blocked = new ArtifactStore(Files.createFile(folder.resolve("file")));
        assertThatThrownBy(() -> blocked.put("model.onnx", "onnx", new byte[] {1}))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Cannot store model.onnx (1 bytes)")
                .hasMessageContaining("Maybe");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }
}
