package io.falconet.dashboard.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.results.ResultsDb;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the dashboard has on its class path is enough to hand out artifacts that lie where Hadoop reads. */
class ArtifactsByHadoopTest {
    @TempDir
    private Path folder;

    @Test
    void whatASearchStoredIsReadWithoutBeingToldWhere() throws IOException {
        String sha256;
        String place = "file://" + folder.resolve("hadoop");
        try (ResultsDb search = ResultsDb.open(ResultsDb.address(folder), folder, Optional.of(place))) {
            sha256 = search.artifacts().put("model.onnx", "onnx", new byte[77]).sha256();
        }
        try (ResultsDb dashboard = ResultsDb.openFolder(folder);
                InputStream content = dashboard.artifacts().open(sha256)) {
            assertThat(content.readAllBytes()).isEqualTo(new byte[77]);
            assertThat(dashboard.artifacts().place().address()).isEqualTo(place);
        }
    }
}
