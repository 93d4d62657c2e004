package io.falconet.evaluator.data.pack;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.Fingerprint;
import io.falconet.evaluator.data.GroundTruth;
import io.falconet.evaluator.data.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * What a pack holds, as json: all that is labelled, and which images belong to it.
 *
 * @param images in the order in which they are packed; each content once
 */
record Manifest(Part train, Part validation, List<Image> images) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A set with images by their position in the pack.
     *
     * @param fingerprint of the set, wherever it lies
     */
    record Part(String fingerprint, List<String> classes, List<Long> categoryIds, List<Labelled> samples) {
        Dataset dataset(Function<Image, Path> place, List<Image> images) {
            return new Dataset(
                    classes,
                    categoryIds,
                    samples.stream()
                            .map(sample -> sample.at(place.apply(images.get(sample.image()))))
                            .toList(),
                    fingerprint);
        }
    }

    /** A sample, whose image is the pack's of that position. */
    record Labelled(int image, String fileName, long id, int width, int height, List<GroundTruth> objects) {
        static Labelled of(Sample sample, int image) {
            return new Labelled(
                    image, sample.fileName(), sample.id(), sample.width(), sample.height(), sample.objects());
        }

        Sample at(Path file) {
            return new Sample(file, fileName, id, width, height, objects);
        }
    }

    /**
     * An image.
     *
     * @param sha256 of its file
     * @param bytes of its file
     * @param path where it lay when it was packed
     * @param load in which of the pack's loads it travels
     */
    record Image(String sha256, long bytes, String path, int load) {
        boolean is(byte[] content) {
            return content.length == bytes && Fingerprint.of(content).equals(sha256);
        }
    }

    byte[] write() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new UncheckedIOException("Labels are texts and numbers.", e);
        }
    }

    static Manifest read(byte[] json) {
        try {
            return JSON.readValue(json, Manifest.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected the manifest of packed data, found something else.", e);
        }
    }
}
