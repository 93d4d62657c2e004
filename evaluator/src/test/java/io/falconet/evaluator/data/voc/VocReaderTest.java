package io.falconet.evaluator.data.voc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.GroundTruth;
import io.falconet.evaluator.data.Pictures;
import io.falconet.evaluator.data.Reading;
import io.falconet.evaluator.data.Split;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocReaderTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void oneGoodImage() {
        image("a", 1);
        label("a", object("cell", 10, 12, 18, 22));
    }

    @Test
    void goodDataHaveNoFaults() {
        Split all = onlyPart();
        assertThat(all.name()).isEqualTo(Split.ALL);
        assertThat(all.reading().faults()).isEmpty();
        assertThat(all.reading().dataset().classes()).containsExactly("cell");
        assertThat(all.reading().dataset().samples().get(0).fileName()).isEqualTo("JPEGImages/a.jpg");
        assertThat(all.reading().dataset().samples().get(0).objects())
                .containsExactly(new GroundTruth(0, 10, 12, 8, 10, 80, false, 3));
    }

    @Test
    void listsMakePartsWithTheSameClasses() {
        image("b", 2);
        label("b", object("background", 1, 1, 9, 9));
        Pictures.text(folder.resolve("ImageSets/Main/train.txt"), "a\nlost\n");
        Pictures.text(folder.resolve("ImageSets/Main/val.txt"), "b 1\n");
        Pictures.text(folder.resolve("ImageSets/Main/trainval.txt"), "a\nb\n");
        Pictures.text(folder.resolve("ImageSets/Main/cell_train.txt"), "a 1\n");
        List<Split> splits = VocReader.read(folder);
        assertThat(splits).extracting(Split::name).containsExactly("train", "val");
        assertThat(splits)
                .allSatisfy(
                        split -> assertThat(split.reading().dataset().classes()).containsExactly("background", "cell"));
        assertThat(splits.get(0).reading().faults())
                .filteredOn(fault -> fault.kind() == Fault.Kind.UNRESOLVED_LIST)
                .extracting(Fault::where)
                .containsExactly("ImageSets/Main/train.txt:2");
    }

    @Test
    void foldersMakeParts() {
        for (String name : List.of("Training", "Testing")) {
            Pictures.write(folder.resolve(name + "/Images/x.jpg"), 64, 48, name.length(), "jpg");
            Pictures.text(folder.resolve(name + "/Annotations/x.xml"), xml("x", object("cell", 1, 1, 5, 5)));
        }
        assertThat(VocReader.read(folder)).extracting(Split::name).contains("train", "test");
    }

    @Test
    void everyFaultIsToldWithFileAndLine() {
        image("unlabelled", 3);
        label("imageless", object("cell", 1, 1, 5, 5));
        Pictures.text(folder.resolve("Annotations/broken.xml"), "<annotation>\n<object></annotation>\n");
        image("b", 4);
        label(
                "b",
                object("cell", 5, 5, 5, 5)
                        + object("cell", 60, 40, 70, 47)
                        + object("cell", 60, 40, 70, 47)
                        + object("cell", 60, 40, 63.7, 47)
                        + object("", 1, 1, 5, 5)
                        + "<object><name>cell</name></object>\n"
                        + object("cell", 70, 50, 80, 60));
        Reading reading = onlyPart().reading();
        assertThat(reading.faults())
                .extracting(Fault::kind, Fault::where)
                .contains(
                        tuple(Fault.Kind.UNLABELLED_IMAGE, "JPEGImages/unlabelled.jpg"),
                        tuple(Fault.Kind.ABSENT_IMAGE, "Annotations/imageless.xml"),
                        tuple(Fault.Kind.MALFORMED_ENTRY, "Annotations/broken.xml"),
                        tuple(Fault.Kind.EMPTY_BOX, "Annotations/b.xml:3"),
                        tuple(Fault.Kind.BOX_CLIPPED, "Annotations/b.xml:4"),
                        tuple(Fault.Kind.DUPLICATE_BOX, "Annotations/b.xml:5"),
                        tuple(Fault.Kind.NEAR_DUPLICATE_BOX, "Annotations/b.xml:6"),
                        tuple(Fault.Kind.MALFORMED_ENTRY, "Annotations/b.xml:7"),
                        tuple(Fault.Kind.MALFORMED_ENTRY, "Annotations/b.xml:8"),
                        tuple(Fault.Kind.BOX_OUTSIDE, "Annotations/b.xml:9"));
        assertThat(reading.dataset().objects()).isEqualTo(3);
    }

    @Test
    void aDocumentCannotMakeItsReaderOpenAnotherFile() {
        Path secret = Pictures.text(folder.resolve("secret.txt"), "secret");
        image("b", 5);
        Pictures.text(
                folder.resolve("Annotations/b.xml"),
                "<!DOCTYPE annotation [<!ENTITY file SYSTEM \"%s\">]>\n%s"
                        .formatted(secret.toUri(), xml("b", object("&file;", 1, 1, 5, 5))));
        assertThat(onlyPart().reading().dataset().classes()).doesNotContain("secret");
    }

    private Split onlyPart() {
        List<Split> splits = VocReader.read(folder);
        assertThat(splits).hasSize(1);
        return splits.get(0);
    }

    private void image(String name, long seed) {
        Pictures.write(folder.resolve("JPEGImages/" + name + ".jpg"), 64, 48, seed, "jpg");
    }

    private void label(String name, String objects) {
        Pictures.text(folder.resolve("Annotations/" + name + ".xml"), xml(name, objects));
    }

    private static String xml(String name, String objects) {
        return "<annotation><filename>%s.jpg</filename>\n<size><width>64</width><height>48</height></size>\n%s</annotation>"
                .formatted(name, objects);
    }

    private static String object(String name, double left, double top, double right, double bottom) {
        return ("<object><name>%s</name><bndbox><xmin>%s</xmin><ymin>%s</ymin><xmax>%s</xmax><ymax>%s</ymax></bndbox>"
                        + "</object>\n")
                .formatted(name, left, top, right, bottom);
    }
}
