package io.falconet.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where artifacts lie: files in folders, each of which is there whole or not at all. What their names mean is the
 * {@link ArtifactStore}'s business. Files are named by their path in the place, with slashes: {@code ab/abcdef…}.
 *
 * <p>Any number of threads and processes may use a place at once. It is opened when it is first used.
 */
public interface ArtifactPlace extends AutoCloseable {
    /** Path or URI by which people name it, and by which it is found again. */
    String address();

    /** The same of a file or folder in it. */
    default String address(String path) {
        return address() + "/" + path;
    }

    /**
     * Makes the place where there is none, and sees that it can be written.
     *
     * @throws IOException if it cannot
     */
    void prepare() throws IOException;

    /**
     * Length of a file in bytes.
     *
     * @throws NoSuchFileException if there is none
     * @throws IOException if it cannot be told
     */
    long bytes(String path) throws IOException;

    /**
     * Content of a file; to be closed.
     *
     * @throws NoSuchFileException if there is none
     * @throws IOException if it cannot be read
     */
    InputStream open(String path) throws IOException;

    /**
     * Writes a file under another name, {@code put-….tmp} beside it, and gives it its own when it is whole. What is left of one
     * that was killed keeps the other name.
     *
     * @param whole asked where the place cannot replace a file that is there already: whether that one may stay
     * @throws IOException if it cannot be written; nothing is changed then
     */
    void write(String path, Content content, Whole whole) throws IOException;

    /**
     * Files and folders of a folder, by name; none where there is no such folder. What goes meanwhile may be left out.
     *
     * @param folder its path, empty for the place itself
     * @throws IOException if it cannot be read
     */
    List<Entry> list(String folder) throws IOException;

    /** What a failure of this place means. */
    Trouble trouble(IOException failure);

    /** Lets go of what reaches it. Whoever asks it again reaches it again: some files are read when all else is closed. */
    @Override
    void close();

    /** What is to be written. */
    interface Content {
        /**
         * Writes all of it, and leaves the stream open.
         *
         * @throws IOException if that fails
         */
        void to(OutputStream out) throws IOException;
    }

    /** Whether a file is what its name says. */
    interface Whole {
        /**
         * Reads it.
         *
         * @throws IOException if nothing of that place can be read
         */
        boolean test() throws IOException;
    }

    /**
     * A file or a folder.
     *
     * @param name without the path of its folder
     * @param folder whether it is one
     * @param bytes length of a file
     * @param modified when it was last written
     */
    record Entry(String name, boolean folder, long bytes, Instant modified) {}

    /**
     * What a failure means.
     *
     * @param everywhere whether the place is out of reach; else it is this file that cannot be read or written
     * @param reason in short
     * @param remedy a line "Maybe …"; nothing where nobody knows
     */
    record Trouble(boolean everywhere, String reason, Optional<String> remedy) {
        /**
         * How a message about it ends.
         *
         * @param otherwise the line "Maybe …" where nobody knows better
         */
        public String words(String otherwise) {
            return "%s%n%s".formatted(reason, remedy.orElse(otherwise));
        }
    }
}
