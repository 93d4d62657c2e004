package io.falconet.evaluator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeImageTest {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 70;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "bmp", "gif", "tif"})
    void windowsAreThoseOfTheWholeImage(String format) {
        Path file = picture(format);
        Pixels whole = Photograph.read(file).pixels();
        Scenery large = LargeImage.of(file, 10 * WIDTH);

        assertThat(large).isInstanceOf(LargeImage.class);
        for (int top : new int[] {0, 3, 20, 40, HEIGHT - 8, 0}) {
            assertThat(large.window(11, top, 30, 8).planes())
                    .containsExactly(whole.window(11, top, 30, 8).planes());
        }
        assertThat(large.window(0, 0, WIDTH, HEIGHT).planes()).containsExactly(whole.planes());
    }

    @Test
    void itIsShrunkToWhatFits() {
        Path file = picture("png");
        Pixels whole = Photograph.read(file).pixels();
        Scenery large = LargeImage.of(file, WIDTH * HEIGHT / 9 + 1);

        assertThat(large.shrinking()).isEqualTo(3);
        Pixels shrunk = large.shrunk();
        assertThat(shrunk.width()).isEqualTo(WIDTH / 3);
        assertThat(shrunk.planes()[5 * shrunk.width() + 7]).isEqualTo(whole.planes()[(5 * 3 + 1) * WIDTH + 7 * 3 + 1]);
    }

    @Test
    void smallImagesAreHeldWhole() {
        assertThat(LargeImage.of(picture("png"))).isInstanceOf(Photograph.class);
    }

    @Test
    void damageIsFoundInTheBandThatHasIt() throws IOException {
        Path file = picture("jpg");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        Scenery large = LargeImage.of(file, 10 * WIDTH);

        assertThatThrownBy(() -> large.window(0, HEIGHT - 8, WIDTH, 8))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("is damaged");
    }

    private Path picture(String format) {
        return Pictures.write(folder.resolve("picture." + format), WIDTH, HEIGHT, 5, format);
    }
}
