package io.falconet.evaluator.data;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Pixels in a temporary file, which the operating system keeps in what memory it has to spare. Made on first use and
 * unlinked at once where the system allows it, so nothing is left behind even by a killed JVM. Thread-safe. Not a
 * {@code FileChannel}: that would be closed for everyone by interrupting one reader.
 */
final class PixelFile {
    private final long capacity;
    private final Map<Object, Long> offsets = new HashMap<>();
    private RandomAccessFile file;
    private long end;

    /** @param capacity in bytes; 0 makes no file */
    PixelFile(long capacity) {
        this.capacity = capacity;
    }

    synchronized Optional<Pixels> read(Object key, int width, int height) throws IOException {
        Long offset = offsets.get(key);
        if (offset == null) {
            return Optional.empty();
        }
        byte[] planes = new byte[3 * width * height];
        file.seek(offset);
        file.readFully(planes);
        return Optional.of(new Pixels(planes, width, height));
    }

    /** Keeps pixels, if there is room. */
    synchronized void write(Object key, Pixels pixels) throws IOException {
        byte[] planes = pixels.planes();
        if (end + planes.length > capacity || offsets.containsKey(key)) {
            return;
        }
        if (file == null) {
            file = temporary();
        }
        file.seek(end);
        file.write(planes);
        offsets.put(key, end);
        end += planes.length;
    }

    private static RandomAccessFile temporary() throws IOException {
        File path = File.createTempFile("falconet-pixels", ".cache");
        RandomAccessFile opened = new RandomAccessFile(path, "rw");
        if (!path.delete()) {
            path.deleteOnExit();
        }
        return opened;
    }
}
