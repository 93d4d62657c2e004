package io.falconet.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> DashboardOptions.parse("--prot", "1")).hasMessageContaining("found \"--prot\"");
        assertThatThrownBy(() -> DashboardOptions.parse("--port")).hasMessageContaining("after --port");
        assertThatThrownBy(() -> DashboardOptions.parse("--port", "many"))
                .hasMessageContaining("0 (any free port) to 65535, found \"many\"")
                .hasMessageContaining("Maybe 8080");
    }
}
