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
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
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

    private final BackupFile backup;

    private Restore(BackupFile backup) {
        this.backup = backup;
    }

    /**
     * Opens a backup; to be closed.
     *
     * @throws IllegalArgumentException if there is no such file, or it is no backup
     */
    public static Restore from(Path file) {
        return new Restore(BackupFile.open(file));
    }

    /** What the backup says of itself. */
    public Manifest manifest() {
        return backup.manifest();
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
        try (ResultsDb db = ResultsDb.openAt(jdbcUrl, folder, place, manifest().schema())) {
            db.transactions().use(this::requireEmpty);
            if (db.schema() != manifest().schema()) {
                throw new IllegalArgumentException(
                        "Expected tables of schema %d or none, as the backup has them, found those of schema %d.%nMaybe restore into a folder or a database that no Falconet has opened yet."
                                .formatted(manifest().schema(), db.schema()));
            }
            artifacts(db.artifacts());
            // a study that is made while this fails gets a higher id: no harm
            db.transactions()
                    .use(handle -> handle.execute("ALTER TABLE study ALTER COLUMN id RESTART WITH "
                            + manifest().nextStudy()));
            stopped = db.transactions().in(handle -> {
                requireEmpty(handle);
                tables(handle);
                return stop(handle, now);
            });
        } catch (UncheckedIOException e) {
            throw backup.damaged(e.getCause().getMessage(), e);
        }
        int schema = ResultsDb.migrate(jdbcUrl, folder).to();
        place.ifPresent(address -> remember(jdbcUrl, folder, address));
        return new Restored(manifest(), schema, stopped);
    }

    /** Tables that could not remember a place, before they were brought up to date, seem to say the data folder. */
    private static void remember(String jdbcUrl, Path folder, String place) {
        try (ResultsDb db = ResultsDb.open(jdbcUrl, folder)) {
            db.housedAt(place);
        }
    }

    @Override
    public void close() {
        backup.close();
    }

    private void requireEmpty(Handle handle) {
        for (Table table : Table.of(manifest().schema())) {
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
        for (ZipEntry entry : backup.entries()) {
            String sha256 = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (!entry.getName().equals(Backup.artifact(sha256))) {
                continue;
            }
            if (!ArtifactStore.addresses(sha256)) {
                throw backup.damaged("an artifact named \"%s\"".formatted(sha256), null);
            }
            try (InputStream content = backup.content(entry)) {
                artifacts.take(content, sha256);
            } catch (ZipException e) {
                throw backup.damaged(e.getMessage(), e);
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
        if (found != manifest().artifacts().count()) {
            throw backup.damaged(
                    "%,d artifacts where its manifest says %,d"
                            .formatted(found, manifest().artifacts().count()),
                    null);
        }
    }

    private void tables(Handle handle) {
        for (Table table : Table.of(manifest().schema())) {
            Manifest.Content told = manifest().tables().get(table.sql());
            if (told == null) {
                throw backup.damaged("no table " + table.sql(), null);
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
                throw backup.damaged(
                        "%,d rows of digest %s in table %s where its manifest says %,d of %s"
                                .formatted(found.rows(), found.digest(), table.sql(), told.rows(), told.digest()),
                        null);
            }
        }
    }

    private void read(Table table, Lines lines) {
        try (BufferedReader reader = backup.lines(table)) {
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

    /** Reads lines to their end. */
    private interface Lines {
        void read(BufferedReader lines) throws IOException, SQLException;
    }
}
