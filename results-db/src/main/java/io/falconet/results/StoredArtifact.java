package io.falconet.results;

/**
 * A file that a trial left, in the {@link ArtifactStore}.
 *
 * @param name unique within its trial: {@code model.onnx}
 * @param kind what it is, for whoever offers it: {@code onnx}, {@code weights}, {@code configuration}, {@code log}
 * @param sha256 digest of the content, 64 hexadecimal digits in lower case: its address
 * @param bytes length of the content
 */
public record StoredArtifact(String name, String kind, String sha256, long bytes) {
    public StoredArtifact {
        if (!sha256.matches("[0-9a-f]{64}") || bytes < 0) {
            throw new IllegalArgumentException(
                    "An artifact is addressed by 64 hexadecimal digits and has 0 or more bytes, found \"%s\" and %d."
                            .formatted(sha256, bytes));
        }
    }
}
