package io.falconet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The dashboard under TLS, by a certificate that the JDK's keytool makes. */
class TlsIT {
    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    private KeyStore store;

    @BeforeEach
    void makeCertificate() throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "falconet",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        folder.resolve("store.p12").toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(folder.resolve("store.p12"))) {
            store.load(content, PASSWORD.toCharArray());
        }
    }

    private static Path pem(Path file, String what, byte[] content) throws Exception {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return Files.writeString(file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what));
    }

    private void assertCookiesAreForTlsAlone(String... tls) throws Exception {
        String[] arguments = new String[tls.length + 4];
        System.arraycopy(tls, 0, arguments, 4, tls.length);
        arguments[0] = "--port";
        arguments[1] = "0";
        arguments[2] = "--data-dir";
        arguments[3] = folder.resolve("data").toString();
        DashboardOptions options = DashboardOptions.parse(arguments);
        ConfigurableApplicationContext server = DashboardApplication.start(options);
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("falconet", store.getCertificate("falconet"));
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            String address = options.address(DashboardApplication.port(server));
            assertThat(address).startsWith("https://localhost:");
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .sslContext(context)
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create(address + "/login"))
                                    .header("Accept", "text/html")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Secure", "HttpOnly");
            assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .contains("max-age=31536000");
        } finally {
            server.close();
        }
    }

    @Test
    void byAKeystore() throws Exception {
        Path password = Files.writeString(folder.resolve("password.txt"), PASSWORD + "\n");
        assertCookiesAreForTlsAlone(
                "--tls-keystore", folder.resolve("store.p12").toString(), "--tls-password-file", password.toString());
    }

    @Test
    void byPem() throws Exception {
        Path certificate = pem(
                folder.resolve("cert.pem"),
                "CERTIFICATE",
                store.getCertificate("falconet").getEncoded());
        Path key = pem(
                folder.resolve("key.pem"),
                "PRIVATE KEY",
                store.getKey("falconet", PASSWORD.toCharArray()).getEncoded());
        assertCookiesAreForTlsAlone("--tls-certificate", certificate.toString(), "--tls-key", key.toString());
    }
}
