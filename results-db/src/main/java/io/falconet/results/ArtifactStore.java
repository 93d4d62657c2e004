package io.falconet.results;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Files addressed by their content: {@code ab/abcdef…} holds the bytes whose SHA-256 is {@code abcdef…}.
 *
 * <p>Nothing is ever overwritten, unless it is damaged, and nothing half written is ever taken for whole: content is written
 * under another name first, and whatever is read is held against its digest. Any number of processes may put at the same
 * time. The same content is stored once.
 */
public final class ArtifactStore {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}");
    private static final String UNWRITTEN = "Maybe the disk is full or the folder is read-only.";
    private static final String UNREAD = "Maybe its disk is damaged, or it belongs to another user.";

    private final Supplier<ArtifactPlace> reading;
    private final Supplier<ArtifactPlace> writing;

    /** A store in a folder, which is created by the first put. */
    public ArtifactStore(Path folder) {
        this(new FolderPlace(folder));
    }

    /** A store in a place, which whoever opened it closes. */
    public ArtifactStore(ArtifactPlace place) {
        this(() -> place, () -> place);
    }

    /**
     * A store whose place may yet be settled.
     *
     * @param reading where artifacts lie, if there are any
     * @param writing where they lie from now on; throws a ResultsException where nothing is to be written
     */
    ArtifactStore(Supplier<ArtifactPlace> reading, Supplier<ArtifactPlace> writing) {
        this.reading = reading;
        this.writing = writing;
    }

    /** Where the artifacts lie now. */
    public ArtifactPlace place() {
        return reading.get();
    }

    /**
     * Sees that something can be stored: to be asked before the work that what is stored comes from.
     *
     * @throws ResultsException if it cannot
     */
    public void prepare() {
        ArtifactPlace place = writing.get();
        try {
            place.prepare();
        } catch (IOException e) {
            throw new ResultsException(
                    "Cannot keep artifacts in %s: %s"
                            .formatted(place.address(), place.trouble(e).words(UNWRITTEN)),
                    e);
        }
    }

    /** Stores content, unless it is there already. */
    public StoredArtifact put(String name, String kind, byte[] content) {
        String sha256 = Sha256.of(content);
        ArtifactPlace place = writing.get();
        try {
            store(place, sha256, out -> out.write(content));
        } catch (IOException e) {
            throw new ResultsException(
                    "Cannot store %s (%d bytes) in %s: %s"
                            .formatted(
                                    name,
                                    content.length,
                                    place.address(),
                                    place.trouble(e).words(UNWRITTEN)),
                    e);
        }
        return new StoredArtifact(name, kind, sha256, content.length);
    }

    /**
     * Stores content as it streams in, unless it is there already; never all of it in memory.
     *
     * @param sha256 what its digest has to be
     * @throws ResultsException if it is another; nothing is stored then
     * @throws IOException if it cannot be read or written
     */
    public void take(InputStream content, String sha256) throws IOException {
        store(writing.get(), sha256, out -> {
            String found = Sha256.copy(content, out);
            if (!found.equals(sha256)) {
                throw new ResultsException(
                        "Expected content of SHA-256 %s, found %s.%nMaybe what it came from is damaged."
                                .formatted(sha256, found));
            }
        });
    }

    private static void store(ArtifactPlace place, String sha256, ArtifactPlace.Content content) throws IOException {
        if (!whole(place, sha256)) {
            place.write(path(sha256), content, () -> whole(place, sha256));
        }
    }

    /** Throws what it cannot read because the place is out of reach: that tells nothing of the file. */
    private static boolean whole(ArtifactPlace place, String sha256) throws IOException {
        try {
            return digest(place, path(sha256)).equals(sha256);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            if (place.trouble(e).everywhere()) {
                throw e;
            }
            return false;
        }
    }

    /**
     * The content at an address, checked against it.
     *
     * @throws ResultsException if there is none, or if it is damaged or cannot be read
     */
    public InputStream open(String sha256) {
        return new ByteArrayInputStream(read(sha256));
    }

    /**
     * The content at an address, checked against it.
     *
     * @throws ResultsException if there is none, or if it is damaged or cannot be read
     */
    public byte[] read(String sha256) {
        String path = path(sha256);
        ArtifactPlace place = reading.get();
        try (InputStream stream = place.open(path)) {
            byte[] content = stream.readAllBytes();
            if (!Sha256.of(content).equals(sha256)) {
                throw new ResultsException(("The artifact at %s is damaged: its %d bytes have another digest.%n"
                                + "Maybe the disk is; reproduce the trial to get the artifact again.")
                        .formatted(place.address(path), content.length));
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new ResultsException(
                    ("Expected an artifact at %s, found none.%n"
                                    + "Maybe the artifacts folder was moved or belongs to another database.")
                            .formatted(place.address(path)),
                    e);
        } catch (IOException e) {
            throw unread(place, path, e);
        }
    }

    /**
     * Whether the content of an address is there, and is what its digest says.
     *
     * @throws ResultsException if that cannot be told, for the place is out of reach
     */
    public boolean intact(String sha256) {
        ArtifactPlace place = reading.get();
        try {
            return whole(place, sha256);
        } catch (IOException e) {
            throw unread(place, path(sha256), e);
        }
    }

    /**
     * Copies content to a stream, which stays open; never all of it in memory, and not checked.
     *
     * @return its bytes
     * @throws ResultsException if it cannot be read
     * @throws IOException if the stream cannot be written
     */
    public long copy(String sha256, OutputStream to) throws IOException {
        ArtifactPlace place = reading.get();
        String path = path(sha256);
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        try (InputStream content = stream(place, path)) {
            for (int read = read(place, path, content, buffer); read >= 0; read = read(place, path, content, buffer)) {
                to.write(buffer, 0, read);
                copied += read;
            }
        }
        return copied;
    }

    private static InputStream stream(ArtifactPlace place, String path) {
        try {
            return place.open(path);
        } catch (IOException e) {
            throw unread(place, path, e);
        }
    }

    private static int read(ArtifactPlace place, String path, InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw unread(place, path, e);
        }
    }

    private static ResultsException unread(ArtifactPlace place, String path, IOException cause) {
        return new ResultsException(
                "Cannot read the artifact at %s: %s"
                        .formatted(place.address(path), place.trouble(cause).words(UNREAD)),
                cause);
    }

    /**
     * The SHA-256 of a file, 64 hexadecimal digits in lower case; never all of the file in memory.
     *
     * @throws IOException if it cannot be read
     */
    public static String digest(ArtifactPlace place, String path) throws IOException {
        try (InputStream content = place.open(path)) {
            return Sha256.copy(content, OutputStream.nullOutputStream());
        }
    }

    /** Whether a text can be an address: 64 hexadecimal digits in lower case. */
    public static boolean addresses(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** The path of an address's content in its place: {@code ab/abcdef…}. */
    public static String path(String sha256) {
        if (!addresses(sha256)) {
            throw new IllegalArgumentException(
                    "An artifact's address is 64 hexadecimal digits in lower case, found \"" + sha256 + "\".");
        }
        return sha256.substring(0, 2) + "/" + sha256;
    }
}
