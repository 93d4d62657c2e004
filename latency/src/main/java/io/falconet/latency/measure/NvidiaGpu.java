package io.falconet.latency.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The GPU on which CUDA computes.
 *
 * @param name such as {@code NVIDIA A100-SXM4-40GB}; of a Jetson the board's
 * @param driver its version, where it is told
 */
record NvidiaGpu(String name, Optional<String> driver) {
    /** What boards without a bus say of themselves. */
    private static final Path BOARD = Path.of("/proc/device-tree/model");

    /**
     * That of this machine.
     *
     * @throws IllegalArgumentException if there is none, or nobody tells which of several it is
     */
    static NvidiaGpu here() {
        return of(BOARD, NvidiaSmi.installed(), System.getenv());
    }

    static NvidiaGpu of(Path board, NvidiaSmi smi, Map<String, String> environment) {
        Optional<String> jetson = jetson(board);
        if (jetson.isPresent()) {
            return new NvidiaGpu(jetson.get(), Optional.empty());
        }
        try {
            String name = GpuListing.of(smi.ask("-L")).first(environment);
            return new NvidiaGpu(
                    name,
                    smi.ask("--query-gpu=driver_version", "--format=csv,noheader").stream()
                            .findFirst()
                            .map(String::strip));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "An NVIDIA GPU was expected, found none: %s. Maybe its driver is not installed, or this container was not given the GPU."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** The board's name, which ends with a zero byte; its GPU has no other. */
    private static Optional<String> jetson(Path board) {
        try {
            return Files.isReadable(board)
                    ? Optional.of(Files.readString(board).replace("\0", "").strip())
                            .filter(model -> model.contains("Jetson") || model.contains("NVIDIA"))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // a courtesy of the system
        }
    }
}
