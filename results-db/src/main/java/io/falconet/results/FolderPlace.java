package io.falconet.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of this machine, or one that it sees as its own. A file is moved over another in one step. */
final class FolderPlace implements ArtifactPlace {
    private static final String UNFINISHED = "put-";
    private static final String UNFINISHED_END = ".tmp";

    private final Path folder;

    /** A place in a folder, which is created by the first file. */
    FolderPlace(Path folder) {
        this.folder = folder;
    }

    @Override
    public String address() {
        return folder.toString();
    }

    @Override
    public String address(String path) {
        return folder.resolve(path).toString();
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(folder);
        Files.delete(Files.createTempFile(folder, UNFINISHED, UNFINISHED_END));
    }

    @Override
    public long bytes(String path) throws IOException {
        return Files.size(folder.resolve(path));
    }

    @Override
    public InputStream open(String path) throws IOException {
        return Files.newInputStream(folder.resolve(path));
    }

    @Override
    public void write(String path, Content content, Whole whole) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(file.getParent(), UNFINISHED, UNFINISHED_END);
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                content.to(out);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public List<Entry> list(String path) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve(path))) {
            for (Path file : files.sorted().toList()) {
                entry(file).ifPresent(entries::add);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        return entries;
    }

    /** Files may come and go meanwhile: nothing for one that has gone, into its place perhaps. */
    private static Optional<Entry> entry(Path file) throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Entry(
                    file.getFileName().toString(),
                    found.isDirectory(),
                    found.size(),
                    found.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Trouble trouble(IOException failure) {
        return new Trouble(false, failure.toString(), Optional.empty());
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
