package io.falconet.latency.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorTest {
    @Test
    void readsWhatX86Says() {
        assertThat(Processor.name(
                        List.of(
                                "processor\t: 0",
                                "model\t\t: 2",
                                "model name\t: Some  Processor 9000",
                                "",
                                "processor: 1"),
                        "amd64"))
                .isEqualTo("Some Processor 9000");
    }

    @Test
    void readsWhatABoardSays() {
        assertThat(Processor.name(
                        List.of("processor\t: 0", "BogoMIPS\t: 108.00", "Model\t\t: Raspberry Pi 4 Model B Rev 1.4"),
                        "aarch64"))
                .isEqualTo("Raspberry Pi 4 Model B Rev 1.4");
    }

    @Test
    void fallsBackToTheArchitecture() {
        assertThat(Processor.name(List.of("flags: none"), "riscv64")).isEqualTo("riscv64");
        assertThat(Processor.describe()).endsWith("cores");
    }
}
