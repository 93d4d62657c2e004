package io.falconet.evaluator.data.pack;

import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.data.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Where packs are kept on a machine, a folder a pack. Each is fetched once, by whoever needs it first, and checked by the
 * digests of its images. Several processes may share it.
 */
public final class PackFolder {
    private final Path root;

    public PackFolder(Path root) {
        this.root = root;
    }

    /**
     * The folder in which a pack lies, to be read by {@link PackedData#read}. Where all its images are found as they are
     * where they were packed, as on a file system that both machines see, nothing is fetched.
     *
     * @param loads gives the images; asked only where they are not here yet
     * @throws DatasetException if what comes is not what was packed, or cannot be kept
     */
    public Path take(String id, byte[] manifest, IntFunction<byte[]> loads) {
        if (!DataPack.id(manifest).equals(id)) {
            throw new DatasetException(
                    "Packed data %s were expected, found others.%nMaybe the connection is broken.".formatted(id));
        }
        Path folder = root.resolve(id);
        Manifest packed = Manifest.read(manifest);
        try {
            if (whole(packed, folder)) {
                return folder;
            }
            Files.createDirectories(root);
            Path unfinished = Files.createTempDirectory(root, id + ".");
            if (!packed.images().stream().allMatch(PackFolder::seen)) {
                unpack(packed, unfinished, loads);
            }
            Files.write(unfinished.resolve(PackedData.MANIFEST), manifest);
            return finish(unfinished, folder);
        } catch (IOException | UncheckedIOException e) {
            throw new DatasetException(
                    "Room for data was expected in %s, found: %s.%nMaybe its disk is full, or it is another user's."
                            .formatted(root, e),
                    e);
        }
    }

    /** Whether a pack is kept already, with images that are all there, in its folder or where they were packed. */
    private static boolean whole(Manifest packed, Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(PackedData.MANIFEST))) {
            return false;
        }
        for (Manifest.Image image : packed.images()) {
            Path file = PackedData.place(folder, image);
            if (!Files.isRegularFile(file) || Files.size(file) != image.bytes()) {
                Folders.remove(folder);
                return false;
            }
        }
        return true;
    }

    private static boolean seen(Manifest.Image image) {
        Path path = Path.of(image.path());
        try {
            return Files.isRegularFile(path) && Files.size(path) == image.bytes() && image.is(Files.readAllBytes(path));
        } catch (IOException e) {
            return false;
        }
    }

    private static void unpack(Manifest packed, Path folder, IntFunction<byte[]> loads) throws IOException {
        List<Manifest.Image> images = packed.images();
        byte[] load = {};
        int offset = 0;
        for (int i = 0; i < images.size(); i++) {
            Manifest.Image image = images.get(i);
            if (i == 0 || image.load() != images.get(i - 1).load()) {
                load = loads.apply(image.load());
                offset = 0;
            }
            byte[] content = Arrays.copyOfRange(load, offset, offset + Math.toIntExact(image.bytes()));
            if (!image.is(content)) {
                throw new DatasetException(
                        "The image %s was expected as it was packed, found another.%nMaybe the connection is broken."
                                .formatted(image.path()));
            }
            Files.write(folder.resolve(image.sha256()), content);
            offset += content.length;
        }
    }

    /** Makes a pack visible at once and whole; where another process was faster, takes that one's. */
    private static Path finish(Path unfinished, Path folder) throws IOException {
        try {
            return Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isRegularFile(folder.resolve(PackedData.MANIFEST))) {
                throw e;
            }
            Folders.remove(unfinished);
            return folder;
        }
    }
}
