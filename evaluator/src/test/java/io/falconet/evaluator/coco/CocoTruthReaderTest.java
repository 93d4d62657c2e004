package io.falconet.evaluator.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.metric.CocoBox;
import io.falconet.evaluator.metric.TrueObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CocoTruthReaderTest {
    private final EntryFaults faults = new EntryFaults();

    @TempDir
    private Path folder;

    @Test
    void listsMayComeInAnyOrder() throws IOException {
        CocoTruth truth = read(
                """
                {"annotations": [{"id": 1, "image_id": 9, "category_id": 7, "bbox": [1, 2, 3, 4], "area": 5, "iscrowd": 1}],
                 "info": {"year": [2026]},
                 "categories": [{"id": 7, "name": "cat"}, {"id": 2}],
                 "images": [{"id": 9, "file_name": "a.jpg", "width": 20, "height": 10}]}
                """);

        assertThat(faults.count()).isZero();
        assertThat(truth.classes()).containsExactly("2", "cat");
        assertThat(truth.images())
                .containsExactly(new CocoTruth.Image(
                        9, "a.jpg", 20, 10, List.of(new TrueObject(1, new CocoBox(1, 2, 3, 4), 5, true))));
    }

    @Test
    void areasThatAreMissingAreTakenFromTheBox() throws IOException {
        CocoTruth truth = read(
                """
                {"annotations": [{"image_id": 9, "category_id": 7, "bbox": [1, 2, 3, 4]}],
                 "categories": [{"id": 7, "name": "cat"}], "images": [{"id": 9}]}
                """);

        assertThat(truth.areasTaken()).isEqualTo(1);
        assertThat(truth.images().get(0).objects().get(0).area()).isEqualTo(12);
    }

    @Test
    void faultsAreToldWithTheirPlaces() throws IOException {
        CocoTruth truth = read(
                """
                {"annotations": [
                 {"image_id": 8, "category_id": 7, "bbox": [1, 2, 3, 4]},
                 {"image_id": 9, "category_id": 6, "bbox": [1, 2, 3, 4]},
                 {"image_id": 9, "category_id": 7, "bbox": [1, 2, -3, 4]},
                 {"image_id": 9, "bbox": [1, 2, 3, 4]}],
                 "categories": [{"id": 7, "name": "cat"}, {"name": "dog"}], "images": [{"id": 9}, {"id": 9}]}
                """);

        assertThat(truth.objects()).isZero();
        assertThat(faults.summary())
                .contains("annotations[0] at line 2, column 2 is for image 8")
                .contains("annotations[1] at line 3, column 2 is of category 6")
                .contains("annotations[2] at line 4, column 2 needs a \"bbox\"")
                .contains("annotations[3] at line 5, column 2 needs a whole number \"category_id\", found none")
                .contains("categories[1] at line 6")
                .contains("images[1] at line 6");
        assertThat(faults.count()).isEqualTo(6);
    }

    @Test
    void otherFilesAreRefusedWithAReason() {
        assertThatThrownBy(() -> read("[]"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("Maybe the file holds detections");
        assertThatThrownBy(() -> read("{\"images\": [], \"categories\": []}"))
                .hasMessageContaining("A list \"annotations\" was expected");
        assertThatThrownBy(() -> read("{\"images\": [}")).hasMessageContaining("line 1, column 13");
    }

    private CocoTruth read(String text) throws IOException {
        return CocoTruthReader.read(Files.writeString(folder.resolve("gt.json"), text), faults);
    }
}
