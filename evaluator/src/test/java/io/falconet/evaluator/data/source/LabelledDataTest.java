package io.falconet.evaluator.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.Pictures;
import io.falconet.evaluator.data.Split;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledDataTest {
    private static final String COCO =
            """
            {"images": [{"id": 1, "file_name": "x.png", "width": 64, "height": 48}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 20, 20]}],
             "categories": [{"id": 1, "name": "a"}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void theFormatIsFoundByLooking() {
        Pictures.write(folder.resolve("c/train2017/x.png"), 64, 48, 1, "png");
        Pictures.text(folder.resolve("c/annotations/instances_train2017.json"), COCO);
        Pictures.text(folder.resolve("c/annotations/captions_train2017.json"), "{\"images\": [], \"annotations\": []}");
        Pictures.write(folder.resolve("v/VOC2007/JPEGImages/x.png"), 64, 48, 1, "png");
        Pictures.text(
                folder.resolve("v/VOC2007/Annotations/x.xml"),
                "<annotation><object><name>a</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>9</xmax><ymax>9</ymax></bndbox></object></annotation>");
        Pictures.write(folder.resolve("y/images/x.png"), 64, 48, 1, "png");
        Pictures.text(folder.resolve("y/labels/x.txt"), "0 0.5 0.5 0.5 0.5\n");
        assertThat(read("c").format()).isEqualTo(LabelFormat.coco);
        assertThat(read("c").training().name()).isEqualTo(Split.TRAIN);
        assertThat(read("v").format()).isEqualTo(LabelFormat.voc);
        assertThat(read("y").format()).isEqualTo(LabelFormat.yolo);
    }

    @Test
    void partsAreFoundBesideTheirImages() {
        Pictures.write(folder.resolve("train/x.png"), 64, 48, 1, "png");
        Pictures.text(folder.resolve("train/_annotations.coco.json"), COCO);
        Pictures.write(folder.resolve("valid/x.png"), 64, 48, 2, "png");
        Pictures.text(folder.resolve("valid/_annotations.coco.json"), COCO);
        assertThat(read("").splits()).extracting(Split::name).containsExactly("train", "val");
        assertThat(read("").validation().name()).isEqualTo("val");
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> read("nowhere"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("nothing");
        Pictures.text(folder.resolve("empty/readme.md"), "Nothing here.");
        assertThatThrownBy(() -> read("empty"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("found none of them");
        Pictures.write(folder.resolve("y/x.png"), 64, 48, 1, "png");
        Pictures.text(folder.resolve("y/x.txt"), "0 0.5 0.5 0.5 0.5\n");
        assertThatThrownBy(() -> read("y").validation())
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("A part val was expected, found all");
    }

    private LabelledData read(String name) {
        return LabelledData.read(folder.resolve(name), Optional.empty(), Optional.empty());
    }
}
