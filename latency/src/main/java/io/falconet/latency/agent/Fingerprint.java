package io.falconet.latency.agent;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.util.HexFormat;

/** SHA-256 in hexadecimal digits. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Certificate certificate) throws GeneralSecurityException {
        return of(certificate.getEncoded());
    }

    static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
