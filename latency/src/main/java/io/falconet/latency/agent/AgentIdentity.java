package io.falconet.latency.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Who an agent is: a certificate that it made itself, and the token that clients must know. Both are made at the first start
 * and kept in files that only their owner may read.
 */
public final class AgentIdentity {
    private static final String ALIAS = "agent";
    private static final int TOKEN_BYTES = 24;
    private static final String PASSWORD = "FALCONET_AGENT_STORE";

    private final KeyStore keys;
    private final char[] password;
    private final String token;

    private AgentIdentity(KeyStore keys, char[] password, String token) {
        this.keys = keys;
        this.password = password;
        this.token = token;
    }

    /**
     * The identity that a folder holds, made there if it holds none.
     *
     * @throws IOException if the folder cannot be used, or this Java has no keytool to make a certificate with
     */
    public static AgentIdentity in(Path home) throws IOException {
        Files.createDirectories(home);
        Path store = home.resolve("agent.p12");
        Path secret = home.resolve("agent.token");
        if (!Files.exists(secret)) {
            byte[] random = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(random);
            Files.writeString(secret, "");
            keepPrivate(secret);
            Files.writeString(secret, HexFormat.of().formatHex(random));
        }
        String token = Files.readString(secret).strip();
        if (token.isEmpty()) {
            throw new IOException(
                    "A token was expected in %s, found nothing. Maybe delete it: another is made.".formatted(secret));
        }
        if (!Files.exists(store)) {
            makeCertificate(store, token);
            keepPrivate(store);
        }
        try (InputStream stored = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(stored, token.toCharArray());
            return new AgentIdentity(keys, token.toCharArray(), token);
        } catch (GeneralSecurityException | IOException e) {
            throw new IOException(
                    "The certificate in %s does not open by the token beside it: %s. Maybe delete both: others are made."
                            .formatted(store, e.getMessage()),
                    e);
        }
    }

    private static void makeCertificate(Path store, String password) throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        ProcessBuilder making = new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=Falconet agent",
                        "-validity",
                        "7300",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass:env",
                        PASSWORD))
                .redirectErrorStream(true);
        making.environment().put(PASSWORD, password);
        try {
            Process process = making.start();
            String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            if (process.waitFor() != 0) {
                throw new IOException("A certificate could not be made: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("A certificate was not made: stopped.");
        } catch (IOException e) {
            throw new IOException(
                    "Java's keytool makes the agent's certificate: %s. Maybe install a whole Java 17."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static void keepPrivate(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** What clients show to be let in. */
    public String token() {
        return token;
    }

    /** What clients know the agent by: the certificate's SHA-256 in hexadecimal digits. */
    public String fingerprint() {
        try {
            return Fingerprint.of(keys.getCertificate(ALIAS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate was read.", e);
        }
    }

    /** TLS with the agent's certificate. */
    SSLContext tls() {
        try {
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has TLS.", e);
        }
    }
}
