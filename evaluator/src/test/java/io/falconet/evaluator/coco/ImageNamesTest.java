package io.falconet.evaluator.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageNamesTest {
    private final ImageNames names = new ImageNames(new CocoTruth(
            List.of("a"),
            List.of(1L),
            List.of(image(1, "train/1.png"), image(2, "val/1.png"), image(3, "val/2.png"), image(4, "three.v1.png")),
            0));

    @Test
    void asMuchOfThePathAsIsKnownFindsAnImage() {
        assertThat(id("/data/boards/val/1.png")).contains(2L);
        assertThat(id("train/1.png")).contains(1L);
        assertThat(id("elsewhere/2.png")).contains(3L);
        assertThat(id("2.png")).contains(3L);
    }

    @Test
    void aNameThatTwoImagesShareFindsNeither() {
        assertThat(id("1.png")).isEmpty();
        assertThat(id("elsewhere/1.png")).isEmpty();
        assertThat(id("1")).isEmpty();
    }

    @Test
    void aNameWithoutItsExtensionFindsAnImage() {
        assertThat(id("2")).contains(3L);
        assertThat(id("three.v1")).contains(4L);
        assertThat(id("three")).isEmpty();
        assertThat(id("")).isEmpty();
    }

    private Optional<Long> id(String name) {
        return names.find(name).map(CocoTruth.Image::id);
    }

    private static CocoTruth.Image image(long id, String name) {
        return new CocoTruth.Image(id, name, 10, 10, List.of());
    }
}
