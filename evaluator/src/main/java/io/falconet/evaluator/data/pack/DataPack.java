package io.falconet.evaluator.data.pack;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.Fingerprint;
import io.falconet.evaluator.data.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A training and a validation set, ready to be sent: a manifest with the labels, and loads of images of some megabytes
 * each, read when they are asked for. Immutable.
 *
 * <pre>{@code
 * DataPack pack = DataPack.of(train, validation);
 * Path there = new PackFolder(cache).take(pack.id(), pack.manifest(), pack::load);
 * PackedData same = PackedData.read(there);
 * }</pre>
 */
public final class DataPack {
    private static final long LOAD_BYTES = 8L << 20;

    private final Manifest manifest;
    private final byte[] written;

    private DataPack(Manifest manifest) {
        this.manifest = manifest;
        this.written = manifest.write();
    }

    /**
     * Packs two sets. Reads every image once.
     *
     * @throws DatasetException if an image is not there any more
     */
    public static DataPack of(Dataset train, Dataset validation) {
        Images images = new Images();
        return new DataPack(new Manifest(part(train, images), part(validation, images), List.copyOf(images.packed)));
    }

    private static Manifest.Part part(Dataset dataset, Images images) {
        List<Manifest.Labelled> samples = dataset.samples().stream()
                .map(sample -> Manifest.Labelled.of(sample, images.position(sample)))
                .toList();
        return new Manifest.Part(dataset.fingerprint(), dataset.classes(), dataset.categoryIds(), samples);
    }

    /** Digest of all that it holds: packs of one id are equal to the last byte. */
    public String id() {
        return id(written);
    }

    static String id(byte[] manifest) {
        return Fingerprint.of(manifest).substring(0, 32);
    }

    /** The labels, and the digests of the images. */
    public byte[] manifest() {
        return written.clone();
    }

    /** How many loads there are. */
    public int loads() {
        return manifest.images().isEmpty()
                ? 0
                : manifest.images().get(manifest.images().size() - 1).load() + 1;
    }

    /**
     * The images of a load, one after the other.
     *
     * @throws DatasetException if one is not there any more, or is another since it was packed
     */
    public byte[] load(int load) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Manifest.Image image : manifest.images()) {
            if (image.load() == load) {
                byte[] content = bytes(Path.of(image.path()));
                if (!image.is(content)) {
                    throw new DatasetException(
                            "Images were expected to stay as they are while a search runs, found %s changed.%nMaybe search a copy."
                                    .formatted(image.path()));
                }
                bytes.writeBytes(content);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DatasetException(
                    "An image was expected at %s, found none that can be read.%nMaybe it was moved meanwhile."
                            .formatted(file),
                    e);
        }
    }

    /** Gives images their places, equal ones the same. */
    private static final class Images {
        private final List<Manifest.Image> packed = new ArrayList<>();
        private final Map<String, Integer> positions = new HashMap<>();
        private long inLoad;
        private int load;

        int position(Sample sample) {
            byte[] content = bytes(sample.image());
            return positions.computeIfAbsent(Fingerprint.of(content), sha256 -> {
                if (inLoad > 0 && inLoad + content.length > LOAD_BYTES) {
                    load++;
                    inLoad = 0;
                }
                inLoad += content.length;
                String path = sample.image().toAbsolutePath().normalize().toString();
                packed.add(new Manifest.Image(sha256, content.length, path, load));
                return packed.size() - 1;
            });
        }
    }
}
