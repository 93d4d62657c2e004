package io.falconet.evaluator.data.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.GroundTruth;
import io.falconet.evaluator.data.Pictures;
import io.falconet.evaluator.data.Reading;
import io.falconet.evaluator.data.Split;
import io.falconet.evaluator.data.source.LabelledData;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YoloReaderTest {
    private static final String BOX = "1 0.5 0.5 0.25 0.5\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "names: [a, b]\ntrain: images/train\nval: images/val\n",
                "path: .\nnames:\n  0: a\n  1: b\ntrain: [images/train]\nval: val.txt\nnc: 2\n",
                "names: [a, b]\ntrain: ../images/train\nval: [val.txt]\ntest:\n"
            })
    void describedByYaml(String yaml) {
        picture("images/train/x.png", "labels/train/x.txt", BOX, 1);
        picture("images/val/y.png", "labels/val/y.txt", "", 2);
        picture("images/val/z.png", "labels/val/z.txt", BOX, 3);
        Pictures.text(folder.resolve("val.txt"), "./images/val/y.png\n./images/val/z.png\n");
        Pictures.text(folder.resolve("data.yaml"), yaml);
        List<Split> splits = YoloReader.read(folder);
        assertThat(splits).extracting(Split::name).containsExactly("train", "val");
        assertThat(splits.get(0).reading().dataset().samples().get(0).objects())
                .containsExactly(new GroundTruth(1, 24, 12, 16, 24, 16 * 24, false, 1));
        assertThat(splits.get(1).reading().dataset().samples()).hasSize(2);
        assertThat(splits.get(1).reading().dataset().classes()).containsExactly("a", "b");
        assertThat(splits.get(0).reading().faults()).extracting(Fault::kind).containsExactly(Fault.Kind.EMPTY_CLASS);
    }

    @Test
    void describedByDarknetsFile() {
        picture("obj/x.png", "obj/x.txt", BOX, 1);
        picture("obj/y.png", "obj/y.txt", BOX, 2);
        Pictures.text(folder.resolve("obj.names"), "a\nb\n\n");
        Pictures.text(folder.resolve("train.txt"), "obj/x.png\nobj/gone.png\n");
        Pictures.text(folder.resolve("valid.txt"), "obj/y.png\n");
        Pictures.text(
                folder.resolve("obj.data"), "classes = 2\ntrain = train.txt\nvalid = valid.txt\nnames = obj.names\n");
        List<Split> splits = YoloReader.read(folder.resolve("obj.data"));
        assertThat(splits).extracting(Split::name).containsExactly("train", "val");
        assertThat(splits.get(0).reading().faults())
                .extracting(Fault::kind, Fault::where)
                .contains(tuple(Fault.Kind.UNRESOLVED_LIST, "train.txt:2"));
        picture("obj/z.png", "obj/z.txt", BOX, 3);
        assertThat(YoloReader.read(folder.resolve("obj.data")).get(0).reading().faults())
                .extracting(Fault::kind, Fault::where)
                .contains(tuple(Fault.Kind.UNLISTED_LABEL, "obj/z.txt"));
    }

    @Test
    void describedByOneListThatIsNamed() {
        picture("obj/x.png", "obj/x.txt", BOX, 1);
        picture("obj/y.png", "obj/y.txt", BOX, 2);
        Pictures.text(folder.resolve("obj.names"), "a\nb\n");
        Pictures.text(folder.resolve("lists/valid.txt"), "obj/y.png\nobj/gone.png\n");

        List<Split> splits = YoloReader.read(folder.resolve("lists/valid.txt"));
        assertThat(splits).extracting(Split::name).containsExactly("val");
        assertThat(splits.get(0).reading().dataset().classes()).containsExactly("a", "b");
        assertThat(splits.get(0).reading().dataset().samples()).hasSize(1);
        assertThat(splits.get(0).reading().faults()).extracting(Fault::where).contains("valid.txt:2");
    }

    @Test
    void describedByNothingButListsOrFolders() {
        picture("x.png", "x.txt", BOX, 1);
        picture("y.png", "y.txt", BOX, 2);
        assertThat(YoloReader.read(folder)).extracting(Split::name).containsExactly(Split.ALL);
        Pictures.text(folder.resolve("train.txt"), "x.png\n");
        Pictures.text(folder.resolve("test.txt"), "y.png\n");
        assertThat(YoloReader.read(folder)).extracting(Split::name).containsExactlyInAnyOrder("train", "test");
    }

    @Test
    void foldersNamedByPurposeMakeParts() {
        picture("train/images/x.png", "train/labels/x.txt", BOX, 1);
        picture("valid/images/y.png", "valid/labels/y.txt", BOX, 2);
        List<Split> splits = YoloReader.read(folder);
        assertThat(splits).extracting(Split::name).containsExactlyInAnyOrder("train", "val");
        assertThat(splits.get(0).reading().dataset().classes()).containsExactly("class 0", "class 1");
    }

    @Test
    void everyFaultIsToldWithFileAndLine() {
        picture("x.png", "x.txt", BOX + "7 0.5 0.5 0.1 0.1\none two\n\n0 0.5 0.5 0 0.1\n0 0.9 0.5 0.3 0.1\n", 1);
        Pictures.write(folder.resolve("unlabelled.png"), 64, 48, 2, "png");
        Pictures.text(folder.resolve("imageless.txt"), BOX);
        Pictures.text(folder.resolve("notes.txt"), "Taken on a Monday.\n");
        Pictures.text(folder.resolve("train.txt"), "elsewhere/1.jpg\nelsewhere/2.jpg\n");
        Pictures.text(folder.resolve("my.names"), "a\nb\n");
        Reading reading = YoloReader.read(folder).get(0).reading();
        assertThat(reading.faults())
                .extracting(Fault::kind, Fault::where)
                .containsExactlyInAnyOrder(
                        tuple(Fault.Kind.UNKNOWN_CATEGORY, "x.txt:2"),
                        tuple(Fault.Kind.MALFORMED_ENTRY, "x.txt:3"),
                        tuple(Fault.Kind.EMPTY_BOX, "x.txt:5"),
                        tuple(Fault.Kind.BOX_CLIPPED, "x.txt:6"),
                        tuple(Fault.Kind.UNLABELLED_IMAGE, "unlabelled.png"),
                        tuple(Fault.Kind.ABSENT_IMAGE, "imageless.txt"),
                        tuple(Fault.Kind.STRAY_FILE, "notes.txt"),
                        tuple(Fault.Kind.STRAY_FILE, "train.txt"),
                        tuple(Fault.Kind.UNRESOLVED_LIST, "train.txt:1"));
        assertThat(reading.dataset().objects()).isEqualTo(2);
    }

    @Test
    void polygonsGiveTheirBoxes() {
        picture("x.png", "x.txt", "0 0.25 0.5 0.5 0.25 0.75 0.75\n", 1);
        GroundTruth object = YoloReader.read(folder)
                .get(0)
                .reading()
                .dataset()
                .samples()
                .get(0)
                .objects()
                .get(0);
        assertThat(object).isEqualTo(new GroundTruth(0, 16, 12, 32, 24, 32 * 24, false, 1));
    }

    @Test
    void wrongYamlIsTracedToItsLine() {
        picture("images/x.png", "labels/x.txt", BOX, 1);
        Pictures.text(folder.resolve("data.yaml"), "train: images\nnames:\n  first: a\n");
        assertThatThrownBy(() -> YoloReader.read(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("line 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'images/*/*.png'", "'**/*.png'", "images/*", "'images/[xy]/?.png'", "[images/x/1.png, images/y]"
            })
    void wildcardsAndSingleImagesNamePlaces(String train) {
        picture("images/x/1.png", "labels/x/1.txt", BOX, 1);
        picture("images/y/2.png", "labels/y/2.txt", BOX, 2);
        Pictures.text(folder.resolve("data.yaml"), "names: [a, b]\npath: .\ntrain: %s\n".formatted(train));

        assertThat(YoloReader.read(folder).get(0).reading().dataset().samples())
                .extracting(sample -> sample.fileName())
                .containsExactly("images/x/1.png", "images/y/2.png");
    }

    @Test
    void aWildcardPassesOverLabelsBesideTheirImages() {
        picture("obj/1.png", "obj/1.txt", BOX, 1);
        Pictures.text(folder.resolve("data.yaml"), "names: [a, b]\ntrain: obj/*\n");

        assertThat(YoloReader.read(folder).get(0).reading().faults())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.EMPTY_CLASS);
    }

    @Test
    void aFolderThatIsNotThereIsToldWithItsLineAndWhereItWasSought() {
        picture("images/x.png", "labels/x.txt", BOX, 1);
        Pictures.text(
                folder.resolve("data.yaml"), "path: sets/one\nnames:\n  - a\n  - b\ntrain: images\nval: pictures\n");

        List<Split> splits = YoloReader.read(folder.resolve("data.yaml"));
        assertThat(splits).extracting(Split::name).containsExactly("train");
        assertThat(splits.get(0).reading().faults())
                .filteredOn(fault -> fault.kind() == Fault.Kind.UNRESOLVED_LIST)
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.where()).isEqualTo("data.yaml:6");
                    assertThat(fault.message()).contains("pictures", "sets/one", folder.toString());
                });
        assertThatThrownBy(() -> LabelledData.read(folder, Optional.empty(), Optional.empty())
                        .named("val"))
                .hasMessageContainingAll("data.yaml:6", "Maybe");
    }

    @Test
    void aFileWithoutNamesIsToldSoWhenItIsNamedItself() {
        picture("images/x.png", "labels/x.txt", BOX, 1);
        Path file = Pictures.text(folder.resolve("data.yaml"), "train: images\n");

        assertThat(YoloReader.describes(file)).isTrue();
        assertThatThrownBy(() -> YoloReader.read(file))
                .isInstanceOf(DatasetException.class)
                .hasMessageContainingAll("data.yaml", "names is missing", "Maybe");
    }

    @Test
    void aStudyIsNoDescription() {
        Path study = Pictures.text(folder.resolve("study.yaml"), "name: x\nspace: zoo\ndata: {path: .}\ntrials: 3\n");
        assertThat(YoloReader.describes(study)).isFalse();
    }

    private void picture(String image, String label, String text, long seed) {
        Pictures.write(folder.resolve(image), 64, 48, seed, "png");
        Pictures.text(folder.resolve(label), text);
    }
}
