package io.falconet.cluster.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A folder that has little room, and can be filled: a file system in memory, which Linux lets its administrator make. */
final class SmallDisk implements AutoCloseable {
    private static final String ROOM = "96m";

    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /** Puts it in place of an empty folder; nothing where the system does not allow it. */
    static Optional<SmallDisk> at(Path folder) {
        return run(List.of("mount", "-t", "tmpfs", "-o", "size=" + ROOM, "tmpfs", folder.toString()))
                ? Optional.of(new SmallDisk(folder))
                : Optional.empty();
    }

    /** Fills it to the last byte. */
    boolean fill() {
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            return true;
        }
    }

    /** Empties it again. */
    void free() throws IOException {
        Files.deleteIfExists(ballast);
    }

    @Override
    public void close() {
        run(List.of("umount", "-l", folder.toString()));
    }

    private static boolean run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such program: no such disk either
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
