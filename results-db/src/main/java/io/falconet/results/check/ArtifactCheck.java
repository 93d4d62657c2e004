package io.falconet.results.check;

import io.falconet.results.ArtifactPlace;
import io.falconet.results.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Compares the artifacts that rows name with the files that there are, a folder of files at a time: the names of all of
 * them need not be in memory.
 */
final class ArtifactCheck {
    /** For as long a file may be one that a search is about to record: it is written first, and then its row. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private static final String NAMED =
            """
            SELECT s.name AS study, a.number, a.name, a.sha256, a.bytes
              FROM artifact a
              JOIN study s ON s.id = a.study_id
             ORDER BY a.sha256, a.study_id, a.number, a.name
            """;

    private static final String REMEDY =
            "Maybe the artifacts folder was moved, or its disk is damaged: restore a backup, or falconet reproduce %s:%d makes it again.";

    private final Handle handle;
    private final ArtifactPlace place;
    private final Findings findings;
    private final Instant now;
    private final List<Unnamed> unnamed = new ArrayList<>();
    private final Set<String> visited = new HashSet<>();
    private final Set<String> namedHere = new HashSet<>();
    private long named;

    ArtifactCheck(Handle handle, ArtifactPlace place, Findings findings, Instant now) {
        this.handle = handle;
        this.place = place;
        this.findings = findings;
        this.now = now;
    }

    /** Files that rows name, each once. */
    long named() {
        return named;
    }

    List<Unnamed> unnamed() {
        return unnamed;
    }

    private record Row(String study, int number, String name, String sha256, long bytes) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("study"),
                    row.getInt("number"),
                    row.getString("name"),
                    row.getString("sha256"),
                    row.getLong("bytes"));
        }

        Finding finding(String kind, String expected, String found) {
            return new Finding(
                    kind,
                    Optional.of(study),
                    Optional.of(number),
                    name + " " + expected,
                    found,
                    REMEDY.formatted(study, number));
        }
    }

    void run() {
        try (Query query = handle.createQuery(NAMED).setFetchSize(1000)) {
            query.scanResultSet((result, context) -> {
                rows(result.get());
                return null;
            });
        }
        for (ArtifactPlace.Entry entry : list("")) {
            if (!visited.contains(entry.name())) {
                unnamed("", entry, Set.of());
            }
        }
    }

    private void rows(ResultSet rows) throws SQLException {
        Optional<String> folder = Optional.empty();
        Row before = null;
        while (rows.next()) {
            Row row = Row.of(rows);
            if (!ArtifactStore.addresses(row.sha256())) {
                continue; // a rule of its own names it
            }
            String path = ArtifactStore.path(row.sha256());
            String parent = path.substring(0, path.indexOf('/'));
            if (!folder.equals(Optional.of(parent))) {
                folder.ifPresent(this::leave);
                folder = Optional.of(parent);
            }
            boolean another = before == null || !before.sha256().equals(row.sha256());
            if (another || before.bytes() != row.bytes()) {
                check(row, path, another);
            }
            before = row;
        }
        folder.ifPresent(this::leave);
    }

    /** A file that several rows name is told of the first of them. */
    private void check(Row row, String path, boolean another) {
        String file = place.address(path);
        namedHere.add(row.sha256());
        try {
            long bytes = place.bytes(path);
            if (bytes != row.bytes()) {
                findings.add(row.finding(
                        "artifact-size", "of %,d bytes in %s".formatted(row.bytes(), file), "%,d".formatted(bytes)));
            } else if (another) {
                String sha256 = ArtifactStore.digest(place, path);
                if (!sha256.equals(row.sha256())) {
                    findings.add(row.finding("artifact-digest", "with the SHA-256 that names " + file, sha256));
                }
            }
        } catch (NoSuchFileException e) {
            findings.add(row.finding("artifact-missing", "in " + file, "no such file"));
        } catch (IOException e) {
            ArtifactPlace.Trouble trouble = place.trouble(e);
            if (trouble.everywhere()) {
                throw new UncheckedIOException(e);
            }
            findings.add(row.finding("artifact-unreadable", "in " + file, "what cannot be read: " + trouble.reason()));
        }
        if (another) {
            named++;
        }
    }

    /** All rows of a folder have been seen. */
    private void leave(String folder) {
        visited.add(folder);
        list(folder).forEach(entry -> unnamed(folder, entry, namedHere));
        namedHere.clear();
    }

    private void unnamed(String folder, ArtifactPlace.Entry entry, Set<String> names) {
        String path = folder.isEmpty() ? entry.name() : folder + "/" + entry.name();
        if (entry.folder()) {
            list(path).forEach(inner -> unnamed(path, inner, names));
        } else if (!names.contains(entry.name()) && entry.modified().isBefore(now.minus(SETTLED))) {
            unnamed.add(new Unnamed(place.address(path), entry.bytes()));
        }
    }

    private List<ArtifactPlace.Entry> list(String folder) {
        try {
            return place.list(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
