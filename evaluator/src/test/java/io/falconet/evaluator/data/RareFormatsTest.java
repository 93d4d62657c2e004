package io.falconet.evaluator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images as they come from the web and from print. */
class RareFormatsTest {
    private static final Offset<Integer> JPEG = Offset.offset(3);

    private final ImageDecoder decoder = new ImageDecoder();

    /** As stored, 255 is no ink; a colour is its own value times that of black. */
    @ParameterizedTest
    @CsvSource({
        "255, 255, 255, 255, 255, 255, 255",
        "0, 255, 255, 255, 0, 255, 255",
        "255, 255, 255, 0, 0, 0, 0",
        "200, 100, 50, 128, 100, 50, 25"
    })
    void printingColoursAreConverted(int cyan, int magenta, int yellow, int black, int red, int green, int blue)
            throws IOException {
        ImageDecoder.Decoded decoded = decoder.decode(jpeg(cyan, magenta, yellow, black));

        assertThat(decoded.format()).isEqualTo("jpeg");
        assertThat(decoded.channels()).isEqualTo(3);
        assertColour(decoded.pixels(), red, green, blue);
    }

    /** Brightness 100 without colour is grey of 100 in ink, so 155 as stored. */
    @ParameterizedTest
    @CsvSource({"100, 128, 128, 255, 155, 155, 155", "76, 85, 255, 255, 0, 255, 255", "76, 85, 255, 100, 0, 100, 100"})
    void soAreTheirDifferences(int brightness, int blueness, int redness, int black, int red, int green, int blue)
            throws IOException {
        assertColour(
                decoder.decode(adobe(jpeg(brightness, blueness, redness, black)))
                        .pixels(),
                red,
                green,
                blue);
    }

    @Test
    void webpIsRead() throws IOException {
        byte[] lossy = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

        assertThat(decoder.size(lossy)).isEqualTo(new ImageDecoder.Size(1, 1));
        assertThat(decoder.decode(lossy).format()).isEqualTo("webp");
    }

    @Test
    void formatsThatAreNotReadAreNamed() {
        assertThatThrownBy(() -> decoder.decode(bytes("\0\0\0\u0020ftypavif\0\0\0\0")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is AVIF, which is not read");
        assertThatThrownBy(() -> decoder.size(bytes("<!DOCTYPE html><html>"))).hasMessageContaining("web page");
        assertThatThrownBy(() -> decoder.size(bytes("nothing at all"))).hasMessageContaining("no image of a known");
    }

    private static void assertColour(Pixels pixels, int red, int green, int blue) {
        int area = pixels.width() * pixels.height();
        for (int at : new int[] {0, area / 2, area - 1}) {
            assertThat(pixels.planes()[at] & 0xff).isCloseTo(red, JPEG);
            assertThat(pixels.planes()[at + area] & 0xff).isCloseTo(green, JPEG);
            assertThat(pixels.planes()[at + 2 * area] & 0xff).isCloseTo(blue, JPEG);
        }
    }

    /** Four values a pixel, stored as they are. */
    private static byte[] jpeg(int... values) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 24, 4, null);
        for (int i = 0; i < 16 * 24; i++) {
            raster.setPixel(i % 16, i / 16, values);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The same, which says of itself that its colours are differences. */
    private static byte[] adobe(byte[] jpeg) {
        byte[] segment = bytes("\u00ff\u00ee\0\u000eAdobe\0d\0\0\0\0\u0002");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(segment);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
