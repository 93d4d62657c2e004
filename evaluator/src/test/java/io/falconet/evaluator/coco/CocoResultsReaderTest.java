package io.falconet.evaluator.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.metric.CocoBox;
import io.falconet.evaluator.metric.FoundObject;
import io.falconet.evaluator.metric.ScoredImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CocoResultsReaderTest {
    private static final CocoTruth TRUTH = new CocoTruth(
            List.of("a", "b"), List.of(3L, 8L), List.of(new CocoTruth.Image(5, "5.png", 90, 90, List.of())), 0);

    private final EntryFaults faults = new EntryFaults();

    @TempDir
    private Path folder;

    @Test
    void categoriesBecomeClassesAndOtherFieldsAreSkipped() throws IOException {
        Path file = written(
                "[{\"image_id\": 5, \"segmentation\": {\"counts\": [1, [2]]}, \"category_id\": 8, \"bbox\": [1, 2, 3, 4], \"score\": 0.5}]");

        assertThat(CocoResultsReader.read(file, TRUTH, faults))
                .containsExactly(
                        new ScoredImage(5, List.of(), List.of(new FoundObject(1, 0.5, new CocoBox(1, 2, 3, 4)))));
        assertThat(faults.count()).isZero();
    }

    @Test
    void everyKindOfFaultIsToldWithItsPlace() throws IOException {
        Path file = written(
                """
                [{"image_id": 5, "category_id": 4, "bbox": [1, 2, 3, 4], "score": 0.5},
                 {"image_id": 6, "category_id": 3, "bbox": [1, 2, 3, 4], "score": 0.5},
                 {"image_id": 5, "category_id": 3, "bbox": [1, 2, 3], "score": 0.5},
                 {"image_id": 5, "category_id": 3, "bbox": [1, 2, 3, 4]},
                 {"image_id": "5", "category_id": 3, "bbox": [1, 2, 3, 4], "score": 0.5},
                 7]
                """);

        assertThat(CocoResultsReader.read(file, TRUTH, faults).get(0).found()).isEmpty();
        assertThat(faults.count()).isEqualTo(6);
        assertThat(faults.summary())
                .contains("[0] at line 1, column 2 is of category 4")
                .contains("[1] at line 2, column 2 is for image 6")
                .contains("[2] at line 3, column 2 needs a \"bbox\" of four numbers")
                .contains("[3] at line 4, column 2 needs a number \"score\", found none")
                .contains("[4] at line 5, column 2 needs a whole number \"image_id\", found \"5\"")
                .contains("[5] at line 6, column 2 needs")
                .contains("Maybe");
        assertThatThrownBy(() -> faults.refuse("something.")).isInstanceOf(DatasetException.class);
    }

    @Test
    void labelsWithoutIdsAreMatchedByNames() throws IOException {
        CocoTruth named = new CocoTruth(TRUTH.classes(), TRUTH.categoryIds(), TRUTH.images(), 0, true);
        Path file = written(
                """
                [{"file_name": "x/5.png", "category": "b", "bbox": [1, 2, 3, 4], "score": 0.5},
                 {"image_id": "5", "category": "a", "bbox": [1, 2, 3, 4], "score": 0.5},
                 {"image_id": 5, "category_id": 3, "bbox": [1, 2, 3, 4], "score": 0.5},
                 {"file_name": "5.png", "category_id": 3, "bbox": [1, 2, 3, 4], "score": 0.5},
                 {"file_name": "6.png", "category": "a", "bbox": [1, 2, 3, 4], "score": 0.5},
                 {"file_name": "5.png", "category": "A", "bbox": [1, 2, 3, 4], "score": 0.5}]
                """);

        assertThat(CocoResultsReader.read(file, named, faults).get(0).found())
                .extracting(FoundObject::classIndex)
                .containsExactly(1, 0);
        assertThat(faults.summary())
                .contains("[2] at line 3, column 2 needs a text \"file_name\"")
                .contains("[3] at line 4, column 2 needs a text \"category\"")
                .contains("[4] at line 5, column 2 is for image 6.png")
                .contains("[5] at line 6, column 2 is of category \"A\"; the classes are [a, b]");
    }

    @Test
    void otherFilesAreRefusedWithAReason() throws IOException {
        Path annotations = written("{\"images\": []}");
        assertThatThrownBy(() -> CocoResultsReader.read(annotations, TRUTH, faults))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("Maybe the file holds annotations");
        Path broken = written("[{]");
        assertThatThrownBy(() -> CocoResultsReader.read(broken, TRUTH, faults))
                .hasMessageContaining("line 1, column 3");
        Path cut = written("[{\"image_id\": 5, ");
        assertThatThrownBy(() -> CocoResultsReader.read(cut, TRUTH, faults)).hasMessageContaining("cut short");
        assertThatThrownBy(() -> CocoResultsReader.read(folder.resolve("none.json"), TRUTH, faults))
                .hasMessageContaining("expected at");
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("results.json"), text);
    }
}
