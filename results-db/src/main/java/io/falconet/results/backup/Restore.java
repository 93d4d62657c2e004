package io.falconet.results.backup;

import io.falconet.results.ArtifactPlace;
import io.falconet.results.ArtifactStore;
import io.falconet.results.Nanos;
import io.falconet.results.ResultsDb;
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
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jdbi.v3.core.Handle;

/**
 * Fills an empty store from a backup, whichever database either of them is on. The artifacts come first and then all rows in
 * one transaction, in which they are read again and their digests compared: a restore that fails leaves the store empty.
 *
 * <p>A backup of an older schema is restored into tables of that schema, which are then brought up to date. A study that
 * was being searched comes back as stopped: its driver is that of the other store.
 *
 * <pre>{@code
 * try (Restore restore = Restore.from(Path.of("falconet.zip"))) {
 *     restore.into(ResultsDb.address(folder), folder, clock.instant());
 * }
 * }</pre>
 */
public final class Restore implements AutoCloseable {
    private static final String STOPPED =
            "It was being searched when the backup was made from which it was restored; resume it to go on.";

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private Restore(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup; to be closed.
     *
     * @throws IllegalArgumentException if there is no such file, or it is no backup
     */
    public static Restore from(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "Expected a backup at %s, found no file.%nMaybe its name is misspelled.".formatted(file));
        }
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new Restore(file, zip, manifest(file, zip));
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

    /** What the backup says of itself. */
    public Manifest manifest() {
        return manifest;
    }

    /** Fills a store, as the other, whose artifacts come to lie where it remembers, or in the data folder. */
    public Restored into(String jdbcUrl, Path folder, Instant now) {
        return into(jdbcUrl, folder, Optional.empty(), now);
    }

    /**
     * Fills a store, which is made where there is none.
     *
     * @param folder the data folder
     * @param place where the artifacts come to lie, a folder or a URI; where those of the other store lay does not matter
     * @throws IllegalArgumentException if the store is not empty, or has newer tables than the backup, or another place
     * @throws ResultsException if the backup is of a newer schema than this code or is damaged, or the store cannot be
     *     written
     */
    public Restored into(String jdbcUrl, Path folder, Optional<String> place, Instant now) {
        List<String> stopped;
        try (ResultsDb db = ResultsDb.openAt(jdbcUrl, folder, place, manifest.schema())) {
            db.transactions().use(this::requireEmpty);
            if (db.schema() != manifest.schema()) {
                throw new IllegalArgumentException(
                        "Expected tables of schema %d or none, as the backup has them, found those of schema %d.%nMaybe restore into a folder or a database that no Falconet has opened yet."
                                .formatted(manifest.schema(), db.schema()));
            }
            artifacts(db.artifacts());
            // a study that is made while this fails gets a higher id: no harm
            db.transactions()
                    .use(handle ->
                            handle.execute("ALTER TABLE study ALTER COLUMN id RESTART WITH " + manifest.nextStudy()));
            stopped = db.transactions().in(handle -> {
                requireEmpty(handle);
                tables(handle);
                return stop(handle, now);
            });
        } catch (UncheckedIOException e) {
            throw damaged(e.getCause().getMessage(), e);
        }
        int schema = ResultsDb.migrate(jdbcUrl, folder).to();
        place.ifPresent(address -> remember(jdbcUrl, folder, address));
        return new Restored(manifest, schema, stopped);
    }

    /** Tables that could not remember a place, before they were brought up to date, seem to say the data folder. */
    private static void remember(String jdbcUrl, Path folder, String place) {
        try (ResultsDb db = ResultsDb.open(jdbcUrl, folder)) {
            db.housedAt(place);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the backup " + file + ".", e);
        }
    }

    private void requireEmpty(Handle handle) {
        for (Table table : Table.of(manifest.schema())) {
            long rows = handle.createQuery("SELECT COUNT(*) FROM " + table.sql())
                    .mapTo(Long.class)
                    .one();
            if (rows > 0) {
                throw new IllegalArgumentException(
                        "Expected an empty store to restore into, found %,d rows in its table %s.%nMaybe name a new folder with --data-dir, or another database with --db."
                                .formatted(rows, table.sql()));
            }
        }
    }

    private void artifacts(ArtifactStore artifacts) {
        long found = 0;
        for (Iterator<? extends ZipEntry> entries = zip.entries().asIterator(); entries.hasNext(); ) {
            ZipEntry entry = entries.next();
            String sha256 = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (!entry.getName().equals(Backup.artifact(sha256))) {
                continue;
            }
            if (!ArtifactStore.addresses(sha256)) {
                throw damaged("an artifact named \"%s\"".formatted(sha256), null);
            }
            try (InputStream content = zip.getInputStream(entry)) {
                artifacts.take(content, sha256);
            } catch (ZipException e) {
                throw damaged(e.getMessage(), e);
            } catch (IOException e) {
                ArtifactPlace place = artifacts.place();
                throw new ResultsException(
                        "Cannot store an artifact of the backup in %s: %s"
                                .formatted(
                                        place.address(),
                                        place.trouble(e).words("Maybe the disk is full, or the backup is damaged.")),
                        e);
            }
            found++;
        }
        if (found != manifest.artifacts().count()) {
            throw damaged(
                    "%,d artifacts where its manifest says %,d"
                            .formatted(found, manifest.artifacts().count()),
                    null);
        }
    }

    private void tables(Handle handle) {
        for (Table table : Table.of(manifest.schema())) {
            Manifest.Content told = manifest.tables().get(table.sql());
            if (told == null) {
                throw damaged("no table " + table.sql(), null);
            }
            TableWriting writing = new TableWriting(handle, table, told.columns());
            read(table, writing::insert);
            if (!table.forward().isEmpty()) {
                read(table, writing::point);
            }
            Rows rows = new Rows();
            new TableReading(handle, table, told.columns()).each(rows::line);
            Manifest.Content found = rows.content(told.columns());
            if (!found.equals(told)) {
                throw damaged(
                        "%,d rows of digest %s in table %s where its manifest says %,d of %s"
                                .formatted(found.rows(), found.digest(), table.sql(), told.rows(), told.digest()),
                        null);
            }
        }
    }

    private void read(Table table, Lines lines) {
        ZipEntry entry = zip.getEntry(Backup.entry(table));
        if (entry == null) {
            throw damaged("no " + Backup.entry(table), null);
        }
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.US_ASCII))) {
            lines.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new ResultsException(
                    "Table %s cannot be filled from the backup: %s%nMaybe the backup was changed by hand."
                            .formatted(table.sql(), e.getMessage().split("; SQL statement:", 2)[0]),
                    e);
        }
    }

    private static List<String> stop(Handle handle, Instant now) {
        List<String> running = handle.createQuery("SELECT name FROM study WHERE state = 'RUNNING' ORDER BY name")
                .mapTo(String.class)
                .list();
        handle.execute("UPDATE study SET owner = NULL, heartbeat_nanos = NULL");
        handle.createUpdate(
                        """
                        UPDATE study SET state = 'STOPPED', message = :message, ended_nanos = :now, version = version + 1
                         WHERE state = 'RUNNING'
                        """)
                .bind("message", STOPPED)
                .bind("now", Nanos.of(now))
                .execute();
        return running;
    }

    private ResultsException damaged(String found, Exception cause) {
        return new ResultsException(
                "The backup %s is damaged: %s.%nMaybe it was not copied to its end; nothing was restored."
                        .formatted(file, found),
                cause);
    }

    /** Reads lines to their end. */
    private interface Lines {
        void read(BufferedReader lines) throws IOException, SQLException;
    }
}
