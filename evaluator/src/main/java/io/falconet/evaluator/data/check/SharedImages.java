package io.falconet.evaluator.data.check;

import io.falconet.evaluator.data.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the images of one part again in another, where they would make a detector look better than it is.
 *
 * @param part the other part's name
 */
record SharedImages(String part, List<Inspection> images) {
    /** Bits of 64 by which the hashes of nearly the same image differ at most. */
    static final int MOST_BITS = 6;

    /** Correlation that the thumbnails of nearly the same image reach at least. */
    static final double LEAST_CORRELATION = 0.95;

    SharedImages {
        images = List.copyOf(images);
    }

    /** A fault for each image that is here as well, exactly or nearly; the nearest one is named. */
    List<Fault> in(List<Inspection> others) {
        Map<String, Inspection> byDigest = new HashMap<>();
        images.forEach(image -> byDigest.putIfAbsent(image.digest(), image));
        List<Fault> faults = new ArrayList<>();
        for (Inspection other : others) {
            Inspection same = byDigest.get(other.digest());
            if (same != null) {
                faults.add(new Fault(
                        Fault.Kind.SHARED_IMAGE,
                        other.sample().fileName(),
                        "is byte for byte %s of %s; kept"
                                .formatted(same.sample().fileName(), part)));
            } else {
                near(other).ifPresent(faults::add);
            }
        }
        return faults;
    }

    /** One fault for all images that have a near twin among themselves, which a random split would tear apart. */
    Optional<Fault> twins() {
        List<Inspection> twins =
                images.stream().filter(image -> nearest(image).isPresent()).toList();
        return twins.stream()
                .findFirst()
                .map(first -> new Fault(
                        Fault.Kind.TWIN_IMAGES,
                        part,
                        "has %d of %d images that look like another one, such as %s and %s; keep those on one side of a split"
                                .formatted(
                                        twins.size(),
                                        images.size(),
                                        first.sample().fileName(),
                                        nearest(first).orElseThrow().sample().fileName())));
    }

    private Optional<Fault> near(Inspection other) {
        return nearest(other)
                .map(nearest -> new Fault(
                        Fault.Kind.NEAR_IMAGE,
                        other.sample().fileName(),
                        String.format(
                                Locale.ROOT,
                                "looks like %s of %s: %d of 64 bits of the hash differ, correlation %.3f; kept",
                                nearest.sample().fileName(),
                                part,
                                nearest.hash().distance(other.hash()),
                                nearest.hash().correlation(other.hash()))));
    }

    private Optional<Inspection> nearest(Inspection other) {
        return images.stream()
                .filter(image -> image != other && image.hash().distance(other.hash()) <= MOST_BITS)
                .filter(image -> image.hash().correlation(other.hash()) >= LEAST_CORRELATION)
                .max(Comparator.comparingDouble(image -> image.hash().correlation(other.hash())));
    }
}
