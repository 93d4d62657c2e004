package io.falconet.evaluator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void colorsSurviveEveryLayout(int type) throws IOException {
        Path file = written(type, new Color(255, 102, 0), "png");
        assertThat(first(new ImageDecoder().decode(file))).containsExactly(255, 102, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void greyIsRepeatedWithoutAGammaCurve(int type) throws IOException {
        BufferedImage image = new BufferedImage(6, 5, type);
        int level = type == BufferedImage.TYPE_BYTE_GRAY ? 100 : 100 * 256;
        for (int i = 0; i < 30; i++) {
            image.getRaster().setSample(i % 6, i / 6, 0, level);
        }
        Path file = folder.resolve("grey.png");
        ImageIO.write(image, "png", file.toFile());
        assertThat(first(new ImageDecoder().decode(file))).containsExactly(100, 100, 100);
    }

    @Test
    void transparencyIsIgnored() throws IOException {
        Path file = written(BufferedImage.TYPE_INT_ARGB, new Color(200, 10, 30, 128), "png");
        int[] rgb = first(new ImageDecoder().decode(file));
        assertThat(rgb[0]).isBetween(198, 202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void truncatedImageIsRefused(String format) throws IOException {
        Path whole = noise(format);
        byte[] bytes = Files.readAllBytes(whole);
        assertThat(new ImageDecoder().decode(whole).width()).isEqualTo(64);
        Path half = folder.resolve("half." + format);
        Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(new ImageDecoder().size(Files.readAllBytes(half)).width()).isEqualTo(64);
        assertThatThrownBy(() -> new ImageDecoder().decode(half))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void imageWithoutItsLastBytesIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(noise("jpg"));
        Path cut = folder.resolve("cut.jpg");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 40));
        assertThatThrownBy(() -> new ImageDecoder().decode(cut)).isInstanceOf(IOException.class);
    }

    @Test
    void damagedPngIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(noise("png"));
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 50, (byte) 0);
        Path damaged = folder.resolve("damaged.png");
        Files.write(damaged, bytes);
        assertThatThrownBy(() -> new ImageDecoder().decode(damaged)).isInstanceOf(IOException.class);
    }

    private Path written(int type, Color color, String format) throws IOException {
        BufferedImage image = new BufferedImage(6, 5, type);
        for (int i = 0; i < 30; i++) {
            image.setRGB(i % 6, i / 6, color.getRGB());
        }
        Path file = folder.resolve("image." + format);
        ImageIO.write(image, format, file.toFile());
        return file;
    }

    private Path noise(String format) throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < 500; i++) {
            graphics.setColor(new Color((i * 7919) % 256, (i * 104729) % 256, (i * 1299709) % 256));
            graphics.fillRect((i * 31) % 64, (i * 17) % 64, 3, 3);
        }
        graphics.dispose();
        Path file = folder.resolve("noise." + format);
        ImageIO.write(image, format, file.toFile());
        return file;
    }

    private static int[] first(Pixels pixels) {
        int area = pixels.width() * pixels.height();
        return new int[] {pixels.planes()[0] & 0xff, pixels.planes()[area] & 0xff, pixels.planes()[2 * area] & 0xff};
    }
}
