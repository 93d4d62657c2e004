package io.falconet.results;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;

/** Zips with one entry changed: what bad copies and curious people do to backups. */
final class ZipFiles {
    private ZipFiles() {}

    /** With a text changed. */
    static Path rewritten(Path file, String entry, UnaryOperator<String> change) throws IOException {
        return rewritten(file, entry, StandardCharsets.UTF_8, change);
    }

    private static Path rewritten(Path file, String entry, Charset charset, UnaryOperator<String> change)
            throws IOException {
        Path copy = file.resolveSibling("rewritten-" + file.getFileName());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem zip = FileSystems.newFileSystem(copy)) {
            Path changed = zip.getPath(entry);
            String text = Files.readString(changed, charset);
            Files.writeString(changed, change.apply(text), charset);
        }
        return copy;
    }

    /** With other bytes in the place of a file's. */
    static Path binary(Path file, String entry) throws IOException {
        return rewritten(file, entry, StandardCharsets.ISO_8859_1, text -> "other" + text);
    }
}
