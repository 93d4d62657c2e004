package io.falconet.evaluator.data.pack;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** The sets of a pack, as they were where they were packed: the same samples in the same order, the same fingerprints. */
public record PackedData(Dataset train, Dataset validation) {
    /** The file that makes a folder a pack. */
    public static final String MANIFEST = "falconet-pack.json";

    /** Where an image of a pack is: in its folder, or where it was packed. */
    static Path place(Path folder, Manifest.Image image) {
        Path unpacked = folder.resolve(image.sha256());
        return Files.exists(unpacked) ? unpacked : Path.of(image.path());
    }

    /** Whether a pack lies in that folder. */
    public static boolean in(Path folder) {
        return Files.isRegularFile(folder.resolve(MANIFEST));
    }

    /**
     * Reads a pack that {@link PackFolder} keeps.
     *
     * @throws DatasetException if it cannot be read
     */
    public static PackedData read(Path folder) {
        try {
            Manifest manifest = Manifest.read(Files.readAllBytes(folder.resolve(MANIFEST)));
            Function<Manifest.Image, Path> place = image -> place(folder, image);
            return new PackedData(
                    manifest.train().dataset(place, manifest.images()),
                    manifest.validation().dataset(place, manifest.images()));
        } catch (IOException e) {
            throw new DatasetException(
                    "Packed data were expected in %s, found: %s.%nMaybe somebody else cleans that folder."
                            .formatted(folder, e),
                    e);
        }
    }
}
