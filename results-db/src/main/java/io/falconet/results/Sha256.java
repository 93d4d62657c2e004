package io.falconet.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests, as 64 hexadecimal digits in lower case. */
public final class Sha256 {
    private Sha256() {}

    /** The digest of bytes. */
    public static String of(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    /**
     * Copies a stream to its end, never all of it in memory, and leaves both open.
     *
     * @return the digest of what was copied
     * @throws IOException if one cannot be read or the other not be written
     */
    static String copy(InputStream from, OutputStream to) throws IOException {
        MessageDigest digest = digest();
        new DigestInputStream(from, digest).transferTo(to);
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * The digest of a file, read piece by piece.
     *
     * @throws IOException if it cannot be read
     */
    public static String of(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return copy(content, OutputStream.nullOutputStream());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
