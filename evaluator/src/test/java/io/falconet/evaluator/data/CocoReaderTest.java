package io.falconet.evaluator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CocoReaderTest {
    @TempDir
    private Path folder;

    private CocoFolder coco;

    @BeforeEach
    void oneGoodImage() throws IOException {
        coco = new CocoFolder(folder).square(1, 64, 48, 10, 12, 8);
    }

    @Test
    void goodDataHaveNoFaults() throws IOException {
        Reading reading = coco.read();
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.summary()).isEmpty();
        Sample sample = reading.dataset().samples().get(0);
        assertThat(sample.width()).isEqualTo(64);
        assertThat(sample.objects()).containsExactly(new GroundTruth(0, 10, 12, 8, 8, 64, false, 101));
        assertThat(reading.dataset().classes()).containsExactly("square");
    }

    @Test
    void missingImageIsLeftOutWithItsObjects() throws IOException {
        coco.listed(2, "gone.png", 10, 10).object(5, 2, 1, 1, 1, 4, 4);
        assertOnlyFault(Fault.Kind.MISSING_IMAGE, "gone.png");
    }

    @Test
    void fileThatIsNoImageIsLeftOut() throws IOException {
        Files.writeString(folder.resolve("text.jpg"), "not an image");
        coco.listed(2, "text.jpg", 10, 10);
        assertOnlyFault(Fault.Kind.UNREADABLE_IMAGE, "text.jpg");
    }

    @Test
    void emptyImageFileIsLeftOut() throws IOException {
        Files.createFile(folder.resolve("empty.jpg"));
        coco.listed(2, "empty.jpg", 10, 10);
        assertOnlyFault(Fault.Kind.UNREADABLE_IMAGE, "empty.jpg");
    }

    @Test
    void annotationForAnAbsentImageIsLeftOut() throws IOException {
        coco.object(5, 99, 1, 1, 1, 4, 4);
        assertOnlyFault(Fault.Kind.ABSENT_IMAGE, "annotation 5");
    }

    @Test
    void annotationOfAnUnknownCategoryIsLeftOut() throws IOException {
        coco.object(5, 1, 7, 1, 1, 4, 4);
        assertOnlyFault(Fault.Kind.UNKNOWN_CATEGORY, "annotation 5");
    }

    @Test
    void classWithoutObjectsIsNamedAndKept() throws IOException {
        coco.category(2, "circle");
        assertOnlyFault(Fault.Kind.EMPTY_CLASS, "circle");
        assertThat(coco.read().dataset().classes()).containsExactly("square", "circle");
    }

    @Test
    void boxWithoutAreaIsLeftOut() throws IOException {
        coco.object(5, 1, 1, 3, 3, 0, 4);
        assertOnlyFault(Fault.Kind.EMPTY_BOX, "annotation 5");
    }

    @Test
    void boxOutsideItsImageIsLeftOut() throws IOException {
        coco.object(5, 1, 1, 70, 3, 4, 4);
        assertOnlyFault(Fault.Kind.BOX_OUTSIDE, "annotation 5");
    }

    @Test
    void boxPastTheEdgeIsClipped() throws IOException {
        coco.object(5, 1, 1, 60, -2, 10, 10);
        Reading reading = coco.read();
        assertThat(reading.faults()).extracting(Fault::kind).containsExactly(Fault.Kind.BOX_CLIPPED);
        assertThat(reading.dataset().samples().get(0).objects().get(1))
                .isEqualTo(new GroundTruth(0, 60, 0, 4, 8, 32, false, 5));
    }

    @Test
    void secondOfTwoAnnotationsWithOneIdIsLeftOut() throws IOException {
        coco.object(101, 1, 1, 3, 3, 4, 4);
        assertOnlyFault(Fault.Kind.DUPLICATE_ANNOTATION, "annotation 101");
    }

    @Test
    void secondOfTwoImagesWithOneIdIsLeftOut() throws IOException {
        coco.listed(1, "other.png", 10, 10);
        assertOnlyFault(Fault.Kind.DUPLICATE_IMAGE, "other.png");
    }

    @Test
    void entryWithoutABoxIsLeftOut() throws IOException {
        coco.object(5, 1, 1, 3, 3, 4, 4).last().remove("bbox");
        assertOnlyFault(Fault.Kind.MALFORMED_ENTRY, "annotation 5");
    }

    @Test
    void fileIsBelievedAboutItsOwnSize() throws IOException {
        ((ObjectNode) coco.root().get("images").get(0)).put("width", 200);
        Reading reading = coco.read();
        assertThat(reading.faults()).extracting(Fault::kind).containsExactly(Fault.Kind.SIZE_MISMATCH);
        assertThat(reading.dataset().samples().get(0).width()).isEqualTo(64);
    }

    @Test
    void crowdsAndAnnotatedAreasAreKept() throws IOException {
        coco.object(5, 1, 1, 3, 3, 4, 4).last().put("iscrowd", 1).put("area", 9.5);
        GroundTruth object = coco.read().dataset().samples().get(0).objects().get(1);
        assertThat(object.crowd()).isTrue();
        assertThat(object.area()).isEqualTo(9.5f);
    }

    @Test
    void faultsAreCountedByKind() throws IOException {
        for (int i = 0; i < 5; i++) {
            coco.listed(10 + i, "gone" + i + ".png", 10, 10);
        }
        coco.object(5, 99, 1, 1, 1, 4, 4);
        assertThat(coco.read().summary())
                .isEqualTo(
                        "missing image: 5 (gone0.png, gone1.png, gone2.png, …)%nlabel without image: 1 (annotation 5)%n"
                                .formatted());
    }

    @Test
    void nothingLeftIsFatalAndTellsWhy() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path file = coco.file();
        assertThatThrownBy(() -> CocoReader.read(file, elsewhere))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("found 0 images and no object")
                .hasMessageContaining("missing image: 1 (1.png)")
                .hasMessageContaining("Maybe the images are in another folder");
    }

    @Test
    void brokenJsonIsTracedToLineAndColumn() throws IOException {
        Path file = folder.resolve("broken.json");
        Files.writeString(file, "{\n  \"images\": [,]\n}");
        assertThatThrownBy(() -> CocoReader.read(file, folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("line 2, column 14")
                .hasMessageContaining("Maybe");
    }

    @Test
    void otherJsonIsRefused() throws IOException {
        Path file = folder.resolve("detections.json");
        Files.writeString(file, "[]");
        assertThatThrownBy(() -> CocoReader.read(file, folder))
                .hasMessageContaining("A list \"categories\" was expected")
                .hasMessageContaining("Maybe the file holds detections");
    }

    @Test
    void absentFilesAreNamed() {
        assertThatThrownBy(() -> CocoReader.read(folder.resolve("no.json"), folder))
                .hasMessageContaining("no.json, found nothing");
        assertThatThrownBy(() -> CocoReader.read(coco.file(), folder.resolve("no")))
                .hasMessageContaining("A folder of images was expected");
    }

    @Test
    void fingerprintFollowsFromWhatTheDataSayAlone() throws IOException {
        String first = coco.read().dataset().fingerprint();
        Path other = Files.createDirectory(folder.resolve("copy"));
        CocoFolder copy = new CocoFolder(other).square(1, 64, 48, 10, 12, 8);
        assertThat(copy.read().dataset().fingerprint()).isEqualTo(first);
        copy.object(5, 1, 1, 3, 3, 4, 4);
        assertThat(copy.read().dataset().fingerprint()).isNotEqualTo(first);
        coco.square(1, 64, 48, 11, 12, 8);
        assertThat(coco.read().dataset().fingerprint()).isNotEqualTo(first);
    }

    private void assertOnlyFault(Fault.Kind kind, String where) throws IOException {
        Reading reading = coco.read();
        assertThat(reading.faults()).hasSize(1);
        assertThat(reading.faults().get(0).kind()).isEqualTo(kind);
        assertThat(reading.faults().get(0).where()).isEqualTo(where);
        assertThat(reading.dataset().samples()).hasSize(1);
    }
}
