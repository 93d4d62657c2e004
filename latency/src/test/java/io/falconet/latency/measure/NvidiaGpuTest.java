package io.falconet.latency.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NvidiaGpuTest {
    @TempDir
    private Path folder;

    /** A program in its place that says what nvidia-smi says. */
    private NvidiaSmi saying(String script) throws IOException {
        Path program = folder.resolve("nvidia-smi");
        Files.writeString(program, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new NvidiaSmi(program.toString());
    }

    private Path board() {
        return folder.resolve("model");
    }

    @Test
    void theDriverTellsOfItsGpu() throws IOException {
        NvidiaSmi smi = saying(
                """
                case "$1" in
                    -L) echo 'GPU 0: NVIDIA GeForce RTX 3060 Laptop GPU (UUID: GPU-11111111-2222)' ;;
                    --query-gpu=driver_version) echo 570.86.15 ;;
                esac
                """);
        assertThat(NvidiaGpu.of(board(), smi, Map.of()))
                .isEqualTo(new NvidiaGpu("NVIDIA GeForce RTX 3060 Laptop GPU", Optional.of("570.86.15")));
    }

    @Test
    void whyThereIsNoneIsSaid() throws IOException {
        NvidiaSmi missing = new NvidiaSmi(folder.resolve("nothing").toString());
        assertThatThrownBy(() -> NvidiaGpu.of(board(), missing, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "An NVIDIA GPU was expected, found none: there is no nvidia-smi. Maybe its driver");
        NvidiaSmi failing = saying("echo 'NVIDIA-SMI has failed.'; exit 9");
        assertThatThrownBy(() -> NvidiaGpu.of(board(), failing, Map.of()))
                .hasMessageContaining("found none: nvidia-smi says \"NVIDIA-SMI has failed\". Maybe its driver");
    }

    @Test
    void aBoardIsKnownByItsOwnName() throws IOException {
        Files.writeString(board(), "NVIDIA Jetson Orin Nano Developer Kit\0");
        NvidiaSmi none = new NvidiaSmi(folder.resolve("nothing").toString());
        assertThat(NvidiaGpu.of(board(), none, Map.of()))
                .isEqualTo(new NvidiaGpu("NVIDIA Jetson Orin Nano Developer Kit", Optional.empty()));
        Files.writeString(board(), "Raspberry Pi 5 Model B Rev 1.0\0");
        assertThatThrownBy(() -> NvidiaGpu.of(board(), none, Map.of())).hasMessageContaining("found none");
    }
}
