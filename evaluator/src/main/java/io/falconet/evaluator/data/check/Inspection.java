package io.falconet.evaluator.data.check;

import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.Fingerprint;
import io.falconet.evaluator.data.Folders;
import io.falconet.evaluator.data.ImageDecoder;
import io.falconet.evaluator.data.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is seen of an image that was decoded to its last pixel.
 *
 * @param channels as stored
 * @param format by the file's content
 * @param digest of the file's bytes
 */
record Inspection(Sample sample, int channels, String format, String digest, ImageHash hash) {
    private static final Map<String, List<String>> EXTENSIONS = Map.of(
            "jpeg", List.of("jpg", "jpeg", "jpe", "jfif"),
            "png", List.of("png"),
            "bmp", List.of("bmp", "dib"),
            "gif", List.of("gif"),
            "tif", List.of("tif", "tiff"),
            "tiff", List.of("tif", "tiff"));

    /** Looks at a sample's image. Throws {@link IOException}, whose message reads on from the file's name. */
    static Inspection of(Sample sample) throws IOException {
        byte[] bytes = ImageDecoder.bytes(sample.image());
        ImageDecoder.Decoded decoded = new ImageDecoder().decode(bytes);
        return new Inspection(
                sample, decoded.channels(), decoded.format(), Fingerprint.of(bytes), ImageHash.of(decoded.pixels()));
    }

    /** Whether the file's name says another format than its content. */
    Optional<Fault> misnamed() {
        String extension = Folders.extension(sample.image());
        return EXTENSIONS.getOrDefault(format, List.of(format)).contains(extension)
                ? Optional.empty()
                : Optional.of(new Fault(
                        Fault.Kind.WRONG_EXTENSION,
                        sample.fileName(),
                        "is %s by its content; read as that".formatted(format.toUpperCase(Locale.ROOT))));
    }

    /** The channels for people. */
    static String channels(int channels) {
        return switch (channels) {
            case 1 -> "1 channel (grey)";
            case 2 -> "2 channels (grey with transparency)";
            case 3 -> "3 channels (colour)";
            case 4 -> "4 channels (colour with transparency)";
            default -> channels + " channels";
        };
    }
}
