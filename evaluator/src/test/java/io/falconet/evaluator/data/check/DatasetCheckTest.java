package io.falconet.evaluator.data.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.Pictures;
import io.falconet.evaluator.data.Split;
import io.falconet.evaluator.data.yolo.YoloReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCheckTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void fourDifferentImages() {
        for (int i = 1; i <= 3; i++) {
            Pictures.write(image("train", "t" + i + ".jpg"), 96, 80, i, "jpg");
        }
        Pictures.write(image("val", "v4.jpg"), 96, 80, 4, "jpg");
    }

    @Test
    void differentImagesHaveNoFaults() {
        assertThat(check())
                .allSatisfy(split -> assertThat(split.reading().faults()).isEmpty());
    }

    @Test
    void theSameImageInTwoPartsIsFound() throws IOException {
        Files.copy(image("train", "t2.jpg"), image("val", "copy.jpg"));
        assertThat(check().get(1).reading().faults())
                .extracting(Fault::kind, Fault::where)
                .containsExactly(tuple(Fault.Kind.SHARED_IMAGE, "val/images/copy.jpg"));
    }

    @Test
    void nearlyTheSameImageInTwoPartsIsFound() {
        Pictures.write(image("val", "larger.png"), 192, 160, 3, "png");
        List<Fault> faults = check().get(1).reading().faults();
        assertThat(faults)
                .extracting(Fault::kind, Fault::where)
                .containsExactly(tuple(Fault.Kind.NEAR_IMAGE, "val/images/larger.png"));
        assertThat(faults.get(0).message()).contains("t3.jpg of train", "of 64 bits", "correlation");
        assertThat(faults.get(0).kind().misleading()).isTrue();
    }

    @Test
    void anImageTwiceInAPartIsOnlyWorthKnowing() throws IOException {
        Files.copy(image("train", "t2.jpg"), image("train", "t9.jpg"));
        assertThat(check().get(0).reading().faults())
                .extracting(Fault::kind, fault -> fault.kind().misleading())
                .containsExactly(tuple(Fault.Kind.REPEATED_IMAGE, false));
    }

    @Test
    void twinsThatNothingSplitsYetAreToldOnce() {
        Path all = folder.resolve("unsplit");
        for (int i = 1; i <= 4; i++) {
            Pictures.write(all.resolve(i + ".png"), 96 + i, 80, i / 2, "png");
            Pictures.text(all.resolve(i + ".txt"), "0 0.5 0.5 0.2 0.2\n");
        }
        List<Fault> faults = new DatasetCheck(done -> {})
                .check(YoloReader.read(all))
                .get(0)
                .reading()
                .faults();
        assertThat(faults).extracting(Fault::kind).containsExactly(Fault.Kind.TWIN_IMAGES);
        assertThat(faults.get(0).message()).startsWith("has 2 of 4 images");
    }

    @Test
    void aPngNamedJpgIsFound() {
        Pictures.write(image("train", "t5.jpg"), 96, 80, 5, "png");
        assertThat(check().get(0).reading().faults())
                .extracting(Fault::kind, Fault::where)
                .containsExactly(tuple(Fault.Kind.WRONG_EXTENSION, "train/images/t5.jpg"));
    }

    @Test
    void imagesOfOtherChannelsAreFound() {
        Pictures.write(image("train", "clear.png"), Pictures.picture(96, 80, 6, BufferedImage.TYPE_INT_ARGB), "png");
        Pictures.write(image("train", "grey.png"), Pictures.picture(96, 80, 7, BufferedImage.TYPE_BYTE_GRAY), "png");
        assertThat(check().get(0).reading().faults())
                .extracting(Fault::kind, Fault::where)
                .containsExactly(
                        tuple(Fault.Kind.CHANNELS, "train/images/clear.png"),
                        tuple(Fault.Kind.CHANNELS, "train/images/grey.png"));
    }

    @Test
    void aTruncatedImageIsLeftOut() throws IOException {
        byte[] whole = Files.readAllBytes(image("train", "t1.jpg"));
        Files.write(image("train", "t1.jpg"), Arrays.copyOf(whole, whole.length / 2));
        Split train = check().get(0);
        assertThat(train.reading().faults())
                .extracting(Fault::kind, Fault::where)
                .containsExactly(tuple(Fault.Kind.UNREADABLE_IMAGE, "train/images/t1.jpg"));
        assertThat(train.reading().dataset().samples()).hasSize(2);
    }

    /** The file; its label is written beside. */
    private Path image(String part, String name) {
        Path image = folder.resolve(part + "/images/" + name);
        Pictures.text(
                folder.resolve(part + "/labels/" + name.substring(0, name.indexOf('.')) + ".txt"),
                "0 0.5 0.5 0.2 0.2\n");
        image.getParent().toFile().mkdirs();
        return image;
    }

    private List<Split> check() {
        return new DatasetCheck(done -> {}).check(YoloReader.read(folder));
    }
}
