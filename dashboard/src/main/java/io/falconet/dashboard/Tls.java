package io.falconet.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** By what the dashboard shows who it is, as arguments of a Spring Boot application. The password is read from its file. */
record Tls(List<String> arguments) {
    private static final String USAGE =
            "Maybe --tls-keystore FILE --tls-password-file FILE, or --tls-certificate FILE --tls-key FILE, in PEM?";

    /**
     * What a command line says of it.
     *
     * @throws IllegalArgumentException if it says half, or a file cannot be read
     */
    static Optional<Tls> of(CommandLine line) {
        Optional<String> keystore = line.value("--tls-keystore");
        Optional<String> password = line.value("--tls-password-file");
        Optional<String> certificate = line.value("--tls-certificate");
        Optional<String> key = line.value("--tls-key");
        if (keystore.isEmpty() && password.isEmpty() && certificate.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        if (keystore.isPresent() && password.isPresent() && certificate.isEmpty() && key.isEmpty()) {
            return Optional.of(new Tls(List.of(
                    "--server.ssl.key-store="
                            + file("--tls-keystore", keystore.get()).toUri(),
                    "--server.ssl.key-store-password=" + secret(password.get()))));
        }
        if (certificate.isPresent() && key.isPresent() && keystore.isEmpty() && password.isEmpty()) {
            return Optional.of(new Tls(List.of(
                    "--server.ssl.certificate="
                            + file("--tls-certificate", certificate.get()).toUri(),
                    "--server.ssl.certificate-private-key="
                            + file("--tls-key", key.get()).toUri())));
        }
        throw new IllegalArgumentException("Expected both options of one way to TLS, found another set.\n" + USAGE);
    }

    private static Path file(String option, String name) {
        Path file = Path.of(name).toAbsolutePath().normalize();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException("Expected " + option + " to be a file that can be read, found " + file
                    + ".\nMaybe its name is misspelled, or it belongs to another user.");
        }
        return file;
    }

    private static String secret(String name) {
        Path file = file("--tls-password-file", name);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Expected the keystore's password in " + file + ", found " + e + ".\nMaybe another file?", e);
        }
    }
}
