package io.falconet.evaluator.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CocoResultsTest {
    private static final Dataset DATASET = new Dataset(List.of("a", "b"), List.of(3L, 8L), List.of(), "");

    @TempDir
    private Path folder;

    @Test
    void categoriesBecomeClassesAndSizesBecomeEdges() throws IOException {
        Path file = written("[{\"image_id\": 5, \"category_id\": 8, \"bbox\": [1, 2, 3, 4], \"score\": 0.5}]");
        assertThat(CocoResults.read(file, DATASET)).containsExactly(new Detection(5, 1, 0.5f, 1, 2, 4, 6));
    }

    @Test
    void unknownCategoriesAreLeftOut() throws IOException {
        Path file = written("[{\"image_id\": 5, \"category_id\": 4, \"bbox\": [1, 2, 3, 4], \"score\": 0.5}]");
        assertThat(CocoResults.read(file, DATASET)).isEmpty();
    }

    @Test
    void otherFilesAreRefusedWithAReason() throws IOException {
        Path annotations = written("{\"images\": []}");
        assertThatThrownBy(() -> CocoResults.read(annotations, DATASET))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("Maybe the file holds annotations");
        Path broken = written("[{]");
        assertThatThrownBy(() -> CocoResults.read(broken, DATASET)).hasMessageContaining("line 1, column 3");
        assertThatThrownBy(() -> CocoResults.read(folder.resolve("none.json"), DATASET))
                .hasMessageContaining("expected at");
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("results.json"), text);
    }
}
