package io.falconet.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.Pictures;
import io.falconet.space.study.StudySpec.DataSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialDataTest {
    @TempDir
    private Path folder;

    private DataSpec data;

    @BeforeEach
    void twoParts() {
        data = DataSpec.at(folder.toString());
        Pictures.write(folder.resolve("train/images/x.png"), 64, 48, 1, "png");
        Pictures.text(folder.resolve("train/labels/x.txt"), "0 0.5 0.5 0.5 0.5\n");
        Pictures.write(folder.resolve("valid/images/y.png"), 64, 48, 2, "png");
        Pictures.text(folder.resolve("valid/labels/y.txt"), "0 0.5 0.5 0.5 0.5\n");
    }

    @Test
    void aFolderGivesBothParts() {
        TrialData trial = TrialData.read(data);
        assertThat(trial.classes()).containsExactly("class 0");
        assertThat(trial.train().dataset().samples().get(0).fileName()).isEqualTo("train/images/x.png");
        assertThat(trial.validation().dataset().samples().get(0).fileName()).isEqualTo("valid/images/y.png");
    }

    @Test
    void labelsThatChangeAreReadAgain() throws IOException {
        TrialDataShelf shelf = new TrialDataShelf();
        TrialData first = shelf.get(data);
        assertThat(shelf.get(data)).isSameAs(first);
        Path label = Pictures.text(folder.resolve("valid/labels/y.txt"), "0 0.5 0.5 0.25 0.5\n");
        Files.setLastModifiedTime(label, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        assertThat(shelf.get(data).fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void aFolderWithoutPartsIsRefusedWithARemedy() throws IOException {
        Files.delete(folder.resolve("valid/images/y.png"));
        assertThatThrownBy(() -> TrialData.read(data))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("A part train was expected, found all")
                .hasMessageContaining("Maybe");
    }
}
