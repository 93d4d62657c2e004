package io.falconet.evaluator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.SharedFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RealDataTest {
    @Test
    void circuitBoardsAreReadWithoutFaults() {
        Path folder = SharedFolder.path("data/deeppcb-coco");
        Reading train = CocoReader.read(folder.resolve("train.json"), folder.resolve("images"));
        Reading validation = CocoReader.read(folder.resolve("val.json"), folder.resolve("images"));
        assertThat(train.faults()).isEmpty();
        assertThat(validation.faults()).isEmpty();
        assertThat(train.dataset().samples().size()
                        + validation.dataset().samples().size())
                .isEqualTo(221);
        assertThat(train.dataset().classes())
                .hasSize(6)
                .isEqualTo(validation.dataset().classes());
        ObjectSizes.Sizes sizes = ObjectSizes.of(train.dataset(), 640).all();
        assertThat(sizes.median()).isCloseTo(34.5, within(1.0));
    }

    @Test
    void odditiesOfRealCocoFilesAreReadOrNamed() {
        Path folder = SharedFolder.path("data/dali-coco");
        Reading reading = CocoReader.read(folder.resolve("instances.json"), folder.resolve("images"));
        Dataset dataset = reading.dataset();
        assertThat(dataset.samples()).hasSize(25);
        assertThat(dataset.samples().get(0).id()).isZero();
        assertThat(dataset.categoryIds()).contains(0L);
        assertThat(dataset.classes()).contains("Banan");
        assertThat(dataset.samples().stream()
                        .flatMap(s -> s.objects().stream())
                        .filter(GroundTruth::crowd)
                        .map(GroundTruth::id))
                .containsExactlyInAnyOrder(1L, 12L, 13L, 15L);
        assertThat(reading.faults()).extracting(Fault::kind).doesNotContain(Fault.Kind.UNREADABLE_IMAGE);
        assertThat(new ImageCheck(done -> {}).check(reading).dataset().samples())
                .hasSize(25);
    }
}
