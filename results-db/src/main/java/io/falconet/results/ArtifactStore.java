package io.falconet.results;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A folder of files addressed by their content: {@code ab/abcdef…} holds the bytes whose SHA-256 is {@code abcdef…}.
 *
 * <p>Nothing is ever overwritten and nothing half written is ever seen: content is written to a temporary file first and
 * then moved into place. Any number of processes may put at the same time. The same content is stored once.
 */
public final class ArtifactStore {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}");
    private static final String UNFINISHED = "put-";
    private static final String UNFINISHED_END = ".tmp";

    private final Path folder;
    private final Runnable beforeWriting;

    /** A store in a folder, which is created by the first put. */
    public ArtifactStore(Path folder) {
        this(folder, () -> {});
    }

    /**
     * The same.
     *
     * @param beforeWriting throws a ResultsException where nothing is to be written, and no folder to be made
     */
    ArtifactStore(Path folder, Runnable beforeWriting) {
        this.folder = folder;
        this.beforeWriting = beforeWriting;
    }

    /** Where the artifacts lie. */
    public Path folder() {
        return folder;
    }

    /** Stores content, unless it is there already. */
    public StoredArtifact put(String name, String kind, byte[] content) {
        String sha256 = digest(content);
        Path file = file(sha256);
        beforeWriting.run();
        try {
            if (!intact(file, sha256)) {
                write(file, content);
            }
        } catch (IOException e) {
            throw new ResultsException(
                    "Cannot store %s (%d bytes) in %s: %s%nMaybe the disk is full or the folder is read-only."
                            .formatted(name, content.length, folder, e),
                    e);
        }
        return new StoredArtifact(name, kind, sha256, content.length);
    }

    /**
     * The content at an address, checked against it.
     *
     * @throws ResultsException if there is none, or if it is damaged
     */
    public InputStream open(String sha256) {
        return new ByteArrayInputStream(read(sha256));
    }

    /**
     * The content at an address, checked against it.
     *
     * @throws ResultsException if there is none, or if it is damaged
     */
    public byte[] read(String sha256) {
        Path file = file(sha256);
        if (!Files.isRegularFile(file)) {
            throw new ResultsException(("Expected an artifact at %s, found none.%n"
                            + "Maybe the artifacts folder was moved or belongs to another database.")
                    .formatted(file));
        }
        try {
            byte[] content = Files.readAllBytes(file);
            if (!digest(content).equals(sha256)) {
                throw new ResultsException(("The artifact at %s is damaged: its %d bytes have another digest.%n"
                                + "Maybe the disk is; reproduce the trial to get the artifact again.")
                        .formatted(file, content.length));
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the artifact at " + file + ".", e);
        }
    }

    /**
     * Stores content as it streams in, unless it is there already; never all of it in memory.
     *
     * @param sha256 what its digest has to be
     * @throws ResultsException if it is another; nothing is stored then
     * @throws IOException if it cannot be read or written
     */
    public void take(InputStream content, String sha256) throws IOException {
        Path file = file(sha256);
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(file.getParent(), UNFINISHED, UNFINISHED_END);
        try {
            Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
            String found = digest(unfinished);
            if (!found.equals(sha256)) {
                throw new ResultsException(
                        "Expected content of SHA-256 %s, found %s.%nMaybe what it came from is damaged."
                                .formatted(sha256, found));
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * The SHA-256 of a file, 64 hexadecimal digits in lower case; never all of the file in memory.
     *
     * @throws IOException if it cannot be read
     */
    public static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(file.getParent(), UNFINISHED, UNFINISHED_END);
        try {
            Files.write(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static boolean intact(Path file, String sha256) throws IOException {
        return Files.isRegularFile(file) && digest(Files.readAllBytes(file)).equals(sha256);
    }

    /** Whether a text can be an address: 64 hexadecimal digits in lower case. */
    public static boolean addresses(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** Where the content of an address lies, or would. */
    public Path file(String sha256) {
        if (!addresses(sha256)) {
            throw new IllegalArgumentException(
                    "An artifact's address is 64 hexadecimal digits in lower case, found \"" + sha256 + "\".");
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
