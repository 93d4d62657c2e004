package io.falconet.evaluator.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a data set together image by image, collecting faults on the way. Not thread-safe. */
public final class Assembly {
    private record Image(Path file, String name, String digest, ImageObjects objects) {}

    private final List<String> classes;
    private final List<Fault> faults;
    private final ImageDecoder decoder = new ImageDecoder();
    private final List<Image> images = new ArrayList<>();

    /**
     * A data set of those classes.
     *
     * @param found what was wrong up to here
     */
    public Assembly(List<String> classes, List<Fault> found) {
        this.classes = List.copyOf(classes);
        this.faults = new ArrayList<>(found);
    }

    /** The classes, by class index. */
    public List<String> classes() {
        return classes;
    }

    /** Adds an image, of which the header is read; nothing where it is unreadable, which is told. */
    public Optional<ImageObjects> image(Path file, String name) {
        try {
            byte[] bytes = ImageDecoder.bytes(file);
            ImageDecoder.Size size = decoder.size(bytes);
            ImageObjects objects = new ImageObjects(name, size.width(), size.height(), faults);
            images.add(new Image(file, name, Fingerprint.of(bytes), objects));
            return Optional.of(objects);
        } catch (IOException e) {
            faults.add(Fault.unreadable(name, e));
            return Optional.empty();
        }
    }

    /** Adds what is wrong. */
    public void fault(Fault.Kind kind, String where, String message) {
        faults.add(new Fault(kind, where, message));
    }

    /**
     * All that was added, with ids in that order.
     *
     * @param source for the message, where the labels are
     * @throws DatasetException where there is no object
     */
    public Reading reading(Path source) {
        List<Sample> samples = new ArrayList<>();
        List<String> digested = new ArrayList<>(classes);
        for (Image image : images) {
            ImageObjects objects = image.objects();
            Sample sample = new Sample(
                    image.file(),
                    image.name(),
                    samples.size() + 1L,
                    objects.width(),
                    objects.height(),
                    objects.found());
            samples.add(sample);
            digested.add(image.name() + " " + image.digest() + " " + sample.objects());
        }
        Dataset dataset = new Dataset(classes, samples, Fingerprint.of(digested));
        if (dataset.objects() == 0) {
            throw new DatasetException(
                    "Images with objects were expected in %s, found %d images and no object that can be used.%n%sMaybe the images are in another folder."
                            .formatted(source, samples.size(), new Reading(dataset, faults).summary()));
        }
        faults.addAll(EmptyClasses.of(dataset));
        return new Reading(dataset, faults);
    }
}
