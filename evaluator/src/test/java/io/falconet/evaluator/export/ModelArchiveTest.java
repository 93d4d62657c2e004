package io.falconet.evaluator.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ModelArchiveTest {
    private static byte[] archive() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ModelArchive archive = new ModelArchive(out, "boards-0012")) {
            archive.add("model.onnx", new byte[] {1, 2, 3});
            archive.add("README.md", "# boards-0012\n".getBytes());
        }
        return out.toByteArray();
    }

    @Test
    void filesLieInAFolderAsTheyWereAdded() throws IOException {
        Map<String, byte[]> read = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(read.keySet()).containsExactly("boards-0012/model.onnx", "boards-0012/README.md");
        assertThat(read.get("boards-0012/model.onnx")).containsExactly(1, 2, 3);
    }

    @Test
    void neitherTheTimeNorTheTimeZoneIsInIt() throws IOException {
        byte[] here = archive();
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("GMT+13"));
            assertThat(archive()).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
        }
    }
}
