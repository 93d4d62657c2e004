package io.falconet.evaluator.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/** Formats of images that are not read, by how their files begin: to tell people what they have. */
final class ForeignFormat {
    private static final int HEADER = 12;

    /** By what stands from byte 4 on. */
    private static final Map<String, String> BRANDS = Map.of(
            "ftypavif", "AVIF",
            "ftypavis", "AVIF",
            "ftypheic", "HEIC",
            "ftypheix", "HEIC",
            "ftypmif1", "HEIF",
            "jP  \r\n\u0087\n", "JPEG 2000",
            "JXL \r\n\u0087\n", "JPEG XL");

    private ForeignFormat() {}

    static Optional<String> of(ImageInputStream stream) throws IOException {
        stream.seek(0);
        byte[] header = new byte[HEADER];
        int length = Math.max(0, stream.read(header));
        String text = new String(header, 0, length, StandardCharsets.ISO_8859_1);
        if (text.startsWith("%PDF")) {
            return Optional.of("a PDF");
        }
        if (text.stripLeading().startsWith("<")) {
            return Optional.of("a web page or a vector drawing");
        }
        return length < HEADER ? Optional.empty() : Optional.ofNullable(BRANDS.get(text.substring(4)));
    }
}
