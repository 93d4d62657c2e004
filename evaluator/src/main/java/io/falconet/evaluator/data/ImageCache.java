package io.falconet.evaluator.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Images decoded and letterboxed once, for all trainings of a JVM: 3 * height * width bytes an image and input size. Held
 * in memory up to a budget, then in a temporary file that vanishes with the JVM; what fits neither is decoded again
 * whenever it is asked for. Thread-safe.
 *
 * <p>An image is known by its path: a file that changes while the JVM runs is not read again.
 */
public final class ImageCache {
    private static final int FILE_PER_MEMORY = 4;

    private record Key(Path image, NetworkInput input) {}

    private final ImageDecoder decoder = new ImageDecoder();
    private final ConcurrentMap<Key, Pixels> held = new ConcurrentHashMap<>();
    private final AtomicLong freeBytes;
    private final PixelFile file;

    /**
     * @param memoryBytes of pixels in memory, at most
     * @param diskBytes of pixels in a temporary file, at most
     */
    public ImageCache(long memoryBytes, long diskBytes) {
        this.freeBytes = new AtomicLong(memoryBytes);
        this.file = new PixelFile(diskBytes);
    }

    /** A cache whose temporary file may be four times as large as its share of memory. */
    public ImageCache(long memoryBytes) {
        this(memoryBytes, FILE_PER_MEMORY * memoryBytes);
    }

    /**
     * A sample's image, letterboxed to a network's input.
     *
     * @throws DatasetException where the image cannot be decoded
     */
    public Pixels pixels(Sample sample, NetworkInput input) {
        try {
            return load(sample, input);
        } catch (IOException e) {
            throw new DatasetException(
                    "An image that can be decoded was expected, but %s %s.%nMaybe it was copied incompletely."
                            .formatted(sample.image(), e.getMessage()),
                    e);
        }
    }

    /**
     * Those samples whose images can really be decoded, and the others as faults. Fills the cache on the way, so it costs
     * nothing that training would not.
     */
    public Reading readable(Dataset dataset, NetworkInput input) {
        List<Sample> samples = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Sample sample : dataset.samples()) {
            try {
                load(sample, input);
                samples.add(sample);
            } catch (IOException e) {
                faults.add(Fault.unreadable(sample.fileName(), e));
            }
        }
        return new Reading(dataset.with(samples), faults);
    }

    private Pixels load(Sample sample, NetworkInput input) throws IOException {
        Key key = new Key(sample.image(), input);
        Pixels known = held.get(key);
        if (known != null) {
            return known;
        }
        Optional<Pixels> filed = file.read(key, input.width(), input.height());
        if (filed.isPresent()) {
            return filed.get();
        }
        Pixels decoded = decoder.decode(sample.image());
        Letterbox letterbox = input.letterbox(decoded.width(), decoded.height());
        Pixels pixels = Resampler.letterbox(decoded, letterbox, input.normalisation());
        if (!hold(key, pixels)) {
            file.write(key, pixels);
        }
        return pixels;
    }

    /** Whether there was room; two threads that decode the same image at once count it once. */
    private boolean hold(Key key, Pixels pixels) {
        int bytes = pixels.planes().length;
        if (freeBytes.addAndGet(-bytes) < 0) {
            freeBytes.addAndGet(bytes);
            return false;
        }
        if (held.putIfAbsent(key, pixels) != null) {
            freeBytes.addAndGet(bytes);
        }
        return true;
    }
}
