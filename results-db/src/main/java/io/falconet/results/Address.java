package io.falconet.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a database is, as JDBC says it, with the settings that the store relies on.
 *
 * <p>An H2 file is opened with AUTO_SERVER, so that several processes may have it open, and without write delay, so that
 * what is committed survives the process that committed it. Its pages are small: each commit writes those that it touched.
 */
record Address(String url) {
    private static final String H2_FILE = "jdbc:h2:file:";

    Address {
        if (url.startsWith("jdbc:h2:")) {
            url = with(url, "LOCK_TIMEOUT", "20000");
        }
        if (url.startsWith(H2_FILE)) {
            url = with(with(with(url, "AUTO_SERVER", "TRUE"), "WRITE_DELAY", "0"), "PAGE_SIZE", "4096");
        }
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw new ResultsException(
                    ("Expected the address of a database, jdbc:h2:file:… or jdbc:postgresql:…, found \"%s\".%n"
                                    + "Maybe give a folder instead: --data-dir.")
                            .formatted(url));
        }
    }

    /** The H2 file of a data folder. */
    static Address in(Path folder) {
        return new Address(H2_FILE + folder.toAbsolutePath().normalize().resolve("falconet"));
    }

    /** The folder of an H2 file; nothing for any other database. */
    Optional<Path> folder() {
        if (!url.startsWith(H2_FILE)) {
            return Optional.empty();
        }
        String file = url.substring(H2_FILE.length()).split(";", 2)[0];
        Path path = file.startsWith("~") ? Path.of(System.getProperty("user.home") + file.substring(1)) : Path.of(file);
        return Optional.of(path.toAbsolutePath().normalize().getParent());
    }

    /** The H2 file itself; nothing for any other database. */
    Optional<Path> file() {
        return folder().map(folder -> {
            String path = url.substring(H2_FILE.length()).split(";", 2)[0];
            return folder.resolve(Path.of(path).getFileName() + ".mv.db");
        });
    }

    /** Makes the folder of an H2 file, and sees that both can be written. */
    void prepare() {
        folder().ifPresent(folder -> {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw unwritable(folder, e);
            }
            if (!Files.isWritable(folder)) {
                throw unwritable(folder, null);
            }
        });
        file().filter(Files::exists).filter(file -> !Files.isWritable(file)).ifPresent(file -> {
            throw new ResultsException(
                    "Expected a database that can be written, found %s read-only.%nMaybe run as its owner, or make it writable: chmod u+w."
                            .formatted(file));
        });
    }

    /**
     * Sees that an H2 file is still where it was opened. On Unix it could be written after it was moved or deleted, and
     * nobody would find what is written then.
     *
     * @throws ResultsException if it is not
     */
    void requireFile() {
        file().filter(Files::notExists).ifPresent(file -> {
            throw new ResultsException(("Expected the database in %s, found no such file.%n"
                            + "Maybe its folder was moved or deleted, or its disk is gone: end this program, then put it back or restore a backup.")
                    .formatted(file));
        });
    }

    /** For messages: without the settings, in which there may be a password. */
    @Override
    public String toString() {
        return url.split("[;?]", 2)[0];
    }

    private static ResultsException unwritable(Path folder, IOException cause) {
        return new ResultsException(
                ("Expected a folder that can be written, found %s.%nMaybe choose another with --data-dir, or run as its owner.")
                        .formatted(cause == null ? folder : folder + " (" + cause + ")"),
                cause);
    }

    private static String with(String url, String setting, String value) {
        return url.toUpperCase(Locale.ROOT).contains(";" + setting + "=") ? url : url + ";" + setting + "=" + value;
    }
}
