package io.falconet.evaluator.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.SharedFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceVectorsTest {
    private static final String ROOT = "dla_root";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everythingGivesWhatItsAuthorsGive(Engine engine) {
        ReferenceVectors vectors = ReferenceVectors.in(SharedFolder.path("reference/vectors"));
        assertThat(vectors.verify(engine, verdict -> {}))
                .hasSizeGreaterThanOrEqualTo(vectors.files().size())
                .allMatch(Verdict::passed);
    }

    @Test
    void aFolderThatIsNotThereOrEmptyIsNamed() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> ReferenceVectors.in(nowhere))
                .isInstanceOf(VectorException.class)
                .hasMessageContainingAll(nowhere.toString(), "nothing", "Maybe");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> ReferenceVectors.in(file)).hasMessageContainingAll("a file", "Maybe");
        assertThatThrownBy(() -> ReferenceVectors.in(folder))
                .isInstanceOf(VectorException.class)
                .hasMessageContainingAll("*.json", folder.toString(), "Maybe");
    }

    @Test
    void aBrokenFileFailsAndTheOthersGoOn() throws IOException {
        copy(ROOT);
        Files.writeString(folder.resolve("broken.json"), "{\"name\": ");
        Files.writeString(folder.resolve("list.json"), "[1, 2]");
        Files.writeString(folder.resolve("loss_list.json"), "[]");
        Files.writeString(folder.resolve("loss_none.json"), "{\"source\": \"nobody\"}");
        Files.writeString(folder.resolve("other.json"), "{\"a\": 1}");
        assertThat(verify()).extracting(Verdict::passed).containsExactly(false, true, false, false, false, false);
        assertThat(verify()).filteredOn(verdict -> !verdict.passed()).allSatisfy(verdict -> assertThat(
                        verdict.problem().orElseThrow())
                .containsIgnoringCase("expected")
                .contains("found", "Maybe"));
        assertThat(verify().get(0).problem().orElseThrow()).contains("line 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"block\": \"Root\" | \"block\": \"Roots\" | block of the catalog",
                "\"variant\": \"dla\" | \"variant\": \"dlla\" | block of the catalog",
                "\"conv.weight\" | \"konv.weight\" | konv.weight",
                "\"kind\": \"gain\" | \"kind\": \"loss\" | kind",
                "\"kind\": \"gain\" | \"kind\": \"bias\" | digest",
                "\"k\": 1000003 | \"k\": 1000004 | to start with",
                "1e-05 | 1e-05, 1e-03 | epsilon",
            })
    void whatIsNotUnderstoodFailsWithAReason(String original, String changed, String reason) throws IOException {
        Path file = copy(ROOT);
        String text = Files.readString(file);
        assertThat(text).contains(original);
        Files.writeString(file, text.replace(original, changed));
        Verdict verdict = verify().get(0);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.problem().orElseThrow()).contains("Expected", reason, "found", "Maybe");
    }

    @Test
    void samplesProveWhereTheFileIsMissing() throws IOException {
        Path file = copy(ROOT);
        Files.delete(folder.resolve(ROOT + ".out0.f32"));
        assertThat(verify().get(0).passed()).isTrue();
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"max\": [^,]*,", "\"max\": 99,"));
        assertThat(verify().get(0).passed()).isFalse();
    }

    @Test
    void anotherOutputFails() throws IOException {
        copy(ROOT);
        Path output = folder.resolve(ROOT + ".out0.f32");
        ByteBuffer values = ByteBuffer.wrap(Files.readAllBytes(output)).order(ByteOrder.LITTLE_ENDIAN);
        values.putFloat(0, values.getFloat(0) + 1);
        Files.write(output, values.array());
        Verdict verdict = verify().get(0);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.deviation()).isGreaterThan(verdict.tolerance());
    }

    private List<Verdict> verify() {
        return ReferenceVectors.in(folder).verify(Engine.DJL, verdict -> {});
    }

    private Path copy(String name) throws IOException {
        for (String file : List.of(name + ".json", name + ".out0.f32")) {
            Files.copy(SharedFolder.path("reference/vectors").resolve(file), folder.resolve(file));
        }
        return folder.resolve(name + ".json");
    }
}
