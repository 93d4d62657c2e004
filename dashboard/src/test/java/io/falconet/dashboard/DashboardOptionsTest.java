package io.falconet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardOptionsTest {
    @Test
    void nothingGivenMeansTheDefaults() {
        DashboardOptions options = DashboardOptions.parse();
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.dataDir()).isEqualTo(Path.of("falconet-data").toAbsolutePath());
        assertThat(options.db()).isEmpty();
    }

    @Test
    void readsBothWaysOfGivingAValue() {
        DashboardOptions options = DashboardOptions.parse("--port=81", "--db", "jdbc:h2:mem:x;A=B", "--data-dir", "/d");
        assertThat(options.port()).isEqualTo(81);
        assertThat(options.db()).contains("jdbc:h2:mem:x;A=B");
        assertThat(options.dataDir()).isEqualTo(Path.of("/d").toAbsolutePath());
    }

    @Test
    void listensOnThisMachineAloneUnlessToldOtherwise() {
        assertThat(DashboardOptions.parse().arguments()).contains("--server.address=127.0.0.1");
        assertThat(DashboardOptions.parse().readable()).isFalse();
        DashboardOptions everywhere = DashboardOptions.parse("--host", "0.0.0.0");
        assertThat(everywhere.arguments()).contains("--server.address=0.0.0.0");
        assertThat(everywhere.readable()).isTrue();
        assertThat(everywhere.address(80)).isEqualTo("http://localhost:80");
    }

    @Test
    void withoutLoginOnThisMachineAlone() {
        assertThat(DashboardOptions.parse("--no-login").noLogin()).isTrue();
        assertThat(DashboardOptions.parse("--no-login", "--host", "::1").noLogin())
                .isTrue();
        assertThatThrownBy(() -> DashboardOptions.parse("--no-login", "--host=0.0.0.0"))
                .hasMessageContaining("Expected --no-login on this machine alone, found --host 0.0.0.0")
                .hasMessageContaining("Maybe leave --no-login away");
        assertThatThrownBy(() -> DashboardOptions.parse("--no-login", "--behind-proxy"))
                .hasMessageContaining("found --behind-proxy");
    }

    @Test
    void tlsTakesAKeystoreOrPem(@TempDir Path folder) throws IOException {
        Path store = Files.writeString(folder.resolve("store.p12"), "");
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        DashboardOptions keystore = DashboardOptions.parse(
                "--host=0.0.0.0", "--tls-keystore", store.toString(), "--tls-password-file", password.toString());
        assertThat(keystore.readable()).isFalse();
        assertThat(keystore.address(443)).isEqualTo("https://localhost:443");
        assertThat(keystore.arguments())
                .contains("--server.ssl.key-store=" + store.toUri(), "--server.ssl.key-store-password=secret");
        assertThat(DashboardOptions.parse("--tls-certificate", store.toString(), "--tls-key", password.toString())
                        .arguments())
                .contains("--server.ssl.certificate-private-key=" + password.toUri());
        assertThatThrownBy(() -> DashboardOptions.parse("--tls-certificate", store.toString()))
                .hasMessageContaining("Maybe --tls-keystore FILE");
        assertThatThrownBy(() -> DashboardOptions.parse("--tls-certificate", "nope", "--tls-key", "nope"))
                .hasMessageContaining("file that can be read, found");
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> DashboardOptions.parse("--prot", "1")).hasMessageContaining("found \"--prot\"");
        assertThatThrownBy(() -> DashboardOptions.parse("--port")).hasMessageContaining("after --port");
        assertThatThrownBy(() -> DashboardOptions.parse("--port", "many"))
                .hasMessageContaining("0 (any free port) to 65535, found \"many\"")
                .hasMessageContaining("Maybe 8080");
    }
}
