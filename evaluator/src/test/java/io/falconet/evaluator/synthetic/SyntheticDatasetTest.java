package io.falconet.evaluator.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.evaluator.data.CocoReader;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.GroundTruth;
import io.falconet.evaluator.data.ImageCheck;
import io.falconet.evaluator.data.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticDatasetTest {
    @TempDir
    private Path folder;

    @Test
    void generatedDataHaveNoFaults() throws IOException {
        SyntheticDataset.Location files = new SyntheticDataset(14, 6, 7).write(folder, done -> {});
        Reading train = read(files.train(), files);
        assertThat(train.faults()).isEmpty();
        assertThat(new ImageCheck(done -> {}).check(train).faults()).isEmpty();
        Dataset dataset = train.dataset();
        assertThat(dataset.classes()).containsExactly("drone", "balloon", "kite", "plane");
        assertThat(dataset.samples()).hasSize(14).anyMatch(s -> s.width() == 1280);
        assertThat(dataset.objects()).isGreaterThan(14 * 3);
        assertThat(read(files.validation(), files).dataset().samples()).hasSize(6);
    }

    @Test
    void objectsAreSmall() throws IOException {
        SyntheticDataset.Location files = new SyntheticDataset(10, 1, 3).write(folder, done -> {});
        for (var sample : read(files.train(), files).dataset().samples()) {
            for (GroundTruth object : sample.objects()) {
                double side = Math.sqrt(object.width() * object.height());
                assertThat(side).isBetween(4.0, 60.0);
                assertThat(object.area()).isLessThanOrEqualTo(object.width() * object.height());
            }
        }
    }

    @Test
    void imagesFollowFromTheSeedAndTheirNumberAlone() throws IOException {
        Path few = folder.resolve("few");
        Path many = folder.resolve("many");
        Path other = folder.resolve("other");
        new SyntheticDataset(2, 1, 5).write(few, done -> {});
        new SyntheticDataset(4, 2, 5).write(many, done -> {});
        new SyntheticDataset(2, 1, 6).write(other, done -> {});
        for (String name : new String[] {"train-0001.jpg", "train-0002.jpg", "val-0001.jpg"}) {
            byte[] bytes = Files.readAllBytes(few.resolve("images").resolve(name));
            assertThat(many.resolve("images").resolve(name)).hasBinaryContent(bytes);
            assertThat(Files.readAllBytes(other.resolve("images").resolve(name)))
                    .isNotEqualTo(bytes);
        }
    }

    private static Reading read(Path annotations, SyntheticDataset.Location files) {
        return CocoReader.read(annotations, files.images());
    }
}
