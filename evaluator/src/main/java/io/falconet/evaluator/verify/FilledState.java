package io.falconet.evaluator.verify;

import io.falconet.evaluator.engine.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All tensors of the reference that the {@link FillRule} fills, proved to be those that the reference ran with.
 *
 * @param tensors by the authors' names, in the order of the file
 */
record FilledState(Map<String, Tensor> tensors) {
    FilledState {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /**
     * Fills the tensors of a vector.
     *
     * @throws VectorException if they are not those that the vector's digest is of
     */
    static FilledState of(Section vector) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Section tensor : vector.list("state")) {
            if (!StateTensor.kept(tensor)) {
                StateTensor read = StateTensor.read(tensor);
                if (tensors.put(read.name(), read.filled()) != null) {
                    throw new VectorException(
                            "Expected tensors of different names, found %s twice. Maybe the file was edited by hand."
                                    .formatted(read.name()));
                }
            }
        }
        FilledState state = new FilledState(tensors);
        String expected = vector.text("weights_sha256");
        if (!state.digest().equalsIgnoreCase(expected)) {
            throw new VectorException(
                    "Expected weights with the digest %s, found %s. Maybe the list of tensors was edited, or the reference was filled by another rule."
                            .formatted(expected, state.digest()));
        }
        return state;
    }

    /** SHA-256 of all values in order, as 32-bit numbers, least byte first. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Tensor tensor : tensors.values()) {
                ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * tensor.values().length)
                        .order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(tensor.values());
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
