package io.falconet.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void nothingLeadsOutOfTheFolder() {
        assertThat(FileNames.safe("demo-4-model.onnx")).isEqualTo("demo-4-model.onnx");
        assertThat(FileNames.safe("../../etc/passwd"))
                .isEqualTo("__.._etc_passwd")
                .doesNotContain("/");
        assertThat(FileNames.safe("a\"b\r\nc d")).isEqualTo("a_b_c_d");
        assertThat(FileNames.safe("")).isEqualTo("_");
    }
}
