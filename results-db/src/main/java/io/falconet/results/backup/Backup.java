package io.falconet.results.backup;

import io.falconet.results.ArtifactStore;
import io.falconet.results.ResultsDb;
import io.falconet.results.ResultsException;
import io.falconet.results.Table;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Copies a store into one file while others write: all rows as they were at one moment, and the artifacts that they name.
 * Neither rows nor files are ever all in memory.
 *
 * <p>The file is written beside its place under another name and moved when it is whole, so that one that was killed leaves
 * no half backup. It holds the tokens of devices, so its owner alone may read it.
 *
 * <pre>{@code
 * Manifest manifest = new Backup(db, version).write(Path.of("falconet.zip"), clock.instant());
 * }</pre>
 */
public final class Backup {
    /** Under which the artifacts lie, each by its SHA-256. */
    static final String ARTIFACTS = "artifacts/";

    private final ResultsDb db;
    private final String falconet;

    /**
     * @param falconet version of this program, for the manifest
     */
    public Backup(ResultsDb db, String falconet) {
        this.db = db;
        this.falconet = falconet;
    }

    /**
     * Writes the backup.
     *
     * @return what it holds
     * @throws IllegalArgumentException if there is a file of that name, or no such folder
     * @throws ResultsException if the store cannot be read, or the file cannot be written
     */
    public Manifest write(Path file, Instant now) {
        Path place = file.toAbsolutePath().normalize();
        if (Files.exists(place)) {
            throw taken(file);
        }
        if (!Files.isDirectory(place.getParent())) {
            throw new IllegalArgumentException(
                    "Expected a folder for the backup, found no %s.%nMaybe make it first, or name another file."
                            .formatted(place.getParent()));
        }
        try {
            // found before: a transaction within another waits for a thread
            ArtifactStore store = new ArtifactStore(db.artifacts().place());
            return db.transactions().snapshot(handle -> write(handle, store, place, now));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof FileAlreadyExistsException) {
                throw taken(file);
            }
            throw new ResultsException(
                    "Cannot write the backup %s: %s%nMaybe the disk is full or the folder is read-only."
                            .formatted(file, e.getCause().getMessage()),
                    e);
        }
    }

    private static IllegalArgumentException taken(Path file) {
        return new IllegalArgumentException(
                "Expected a new file for the backup, found %s already.%nMaybe give it another name.".formatted(file));
    }

    private Manifest write(Handle handle, ArtifactStore store, Path place, Instant now) {
        try {
            Path unfinished = Files.createTempFile(place.getParent(), place.getFileName() + "-", ".unfinished");
            try {
                Manifest manifest = zip(handle, store, unfinished, now);
                try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                    written.force(true);
                }
                // not over a file that came there meanwhile
                Files.move(unfinished, place);
                return manifest;
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Manifest zip(Handle handle, ArtifactStore store, Path file, Instant now) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            Map<String, Manifest.Content> tables = new LinkedHashMap<>();
            for (Table table : Table.of(db.schema())) {
                zip.putNextEntry(new ZipEntry(entry(table)));
                tables.put(table.sql(), rows(handle, table, zip));
            }
            zip.setLevel(Deflater.BEST_SPEED);
            Manifest.Files artifacts = artifacts(handle, store, zip);
            long nextStudy = handle.createQuery("SELECT COALESCE(MAX(id), 0) + 1 FROM study")
                    .mapTo(Long.class)
                    .one();
            Manifest manifest =
                    new Manifest(Manifest.FORMAT, db.schema(), falconet, now.toString(), nextStudy, tables, artifacts);
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(manifest.json());
            return manifest;
        }
    }

    private static Manifest.Content rows(Handle handle, Table table, ZipOutputStream zip) {
        TableReading reading = new TableReading(handle, table);
        Rows rows = new Rows();
        reading.each(row -> {
            byte[] line = rows.line(row);
            try {
                zip.write(line);
                zip.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return rows.content(reading.columns());
    }

    private static Manifest.Files artifacts(Handle handle, ArtifactStore store, ZipOutputStream zip) {
        try (Query named = handle.createQuery("SELECT DISTINCT sha256 FROM artifact ORDER BY sha256")
                .setFetchSize(1000)) {
            return named.scanResultSet((result, context) -> {
                Manifest.Files copied = new Manifest.Files(0, 0, 0);
                ResultSet rows = result.get();
                while (rows.next()) {
                    copied = artifact(store, rows.getString(1), zip, copied);
                }
                return copied;
            });
        }
    }

    /** It is read twice: what has begun in a zip cannot be taken back, and it may not fit into memory. */
    private static Manifest.Files artifact(
            ArtifactStore store, String sha256, ZipOutputStream zip, Manifest.Files before) {
        try {
            if (!ArtifactStore.addresses(sha256) || !store.intact(sha256)) {
                return new Manifest.Files(before.count(), before.bytes(), before.lost() + 1);
            }
            zip.putNextEntry(new ZipEntry(artifact(sha256)));
            long bytes = store.copy(sha256, zip);
            return new Manifest.Files(before.count() + 1, before.bytes() + bytes, before.lost());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String entry(Table table) {
        return "tables/" + table.sql() + ".jsonl";
    }

    static String artifact(String sha256) {
        return ARTIFACTS + sha256;
    }
}
