package io.falconet.results.backup;

import io.falconet.results.ResultsException;
import io.falconet.results.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that is read: one file with a manifest, tables and artifacts. */
final class BackupFile implements AutoCloseable {
    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens it; to be closed.
     *
     * @throws IllegalArgumentException if there is no such file, or it is no backup
     */
    static BackupFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "Expected a backup at %s, found no file.%nMaybe its name is misspelled.".formatted(file));
        }
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new BackupFile(file, zip, manifest(file, zip));
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw noBackup(file, "no zip: " + e.getMessage());
        } catch (IOException e) {
            throw noBackup(file, "what cannot be read: " + e.getMessage());
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw noBackup(file, "a zip without a " + Manifest.ENTRY);
        }
        try (InputStream content = zip.getInputStream(entry)) {
            Manifest manifest = Manifest.parse(content.readAllBytes());
            if (!Manifest.FORMAT.equals(manifest.format()) || manifest.schema() < 1 || manifest.artifacts() == null) {
                throw noBackup(file, "the format \"%s\"".formatted(manifest.format()));
            }
            return manifest;
        }
    }

    private static IllegalArgumentException noBackup(Path file, String found) {
        return new IllegalArgumentException(
                "Expected %s to be a file that falconet db backup wrote, found %s.%nMaybe it is another file, or only a part of it."
                        .formatted(file, found));
    }

    /** What it says of itself. */
    Manifest manifest() {
        return manifest;
    }

    /** The entries that may be artifacts or anything else, as they lie there. */
    List<? extends ZipEntry> entries() {
        return zip.stream().toList();
    }

    /** What is in one of them; to be closed. */
    InputStream content(ZipEntry entry) throws IOException {
        return zip.getInputStream(entry);
    }

    /**
     * The lines of a table; to be closed.
     *
     * @throws ResultsException if it is not there
     */
    BufferedReader lines(Table table) throws IOException {
        ZipEntry entry = zip.getEntry(Backup.entry(table));
        if (entry == null) {
            throw damaged("no " + Backup.entry(table), null);
        }
        return new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.US_ASCII));
    }

    /** That it is not what was written. */
    ResultsException damaged(String found, Exception cause) {
        return new ResultsException(
                "The backup %s is damaged: %s.%nMaybe it was not copied to its end; nothing was restored."
                        .formatted(file, found),
                cause);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the backup " + file + ".", e);
        }
    }
}
