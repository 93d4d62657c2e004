package io.falconet.evaluator.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Digests what a data set says (SHA-256), so that equal data are known as equal wherever they lie. */
public final class Fingerprint {
    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Of any bytes. */
    public static String of(byte[] bytes) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.digest.update(bytes);
        return fingerprint.text();
    }

    /** Of texts in their order. */
    public static String of(List<String> texts) {
        Fingerprint fingerprint = new Fingerprint();
        texts.forEach(fingerprint::add);
        return fingerprint.text();
    }

    /** Adds a text; where it ends counts too. */
    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    /** The digest of all that was added, in hexadecimal. To be called once. */
    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
