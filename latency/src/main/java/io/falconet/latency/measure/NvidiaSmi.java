package io.falconet.latency.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program {@code nvidia-smi}, which comes with NVIDIA's driver and tells of its GPUs.
 *
 * @param command by which it is started
 */
record NvidiaSmi(String command) {
    private static final NvidiaSmi INSTALLED = new NvidiaSmi("nvidia-smi");
    /** Longer than it takes to wake a GPU that sleeps. */
    private static final int SECONDS = 30;

    /** The one on the path. */
    static NvidiaSmi installed() {
        return INSTALLED;
    }

    /**
     * What it says, line by line.
     *
     * @throws IOException if it is not there, fails, or hangs; with the reason in words
     */
    List<String> ask(String... question) throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(question));
        Process process;
        try {
            process = new ProcessBuilder(words).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new IOException("there is no nvidia-smi", e);
        }
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) { // it says less than a pipe holds
                throw new IOException("nvidia-smi hangs");
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IOException("nvidia-smi says \"%s\""
                        .formatted(said.strip().replaceAll("\\s+", " ").replaceFirst("\\.$", "")));
            }
            return said.lines().toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("nvidia-smi was not waited for", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
