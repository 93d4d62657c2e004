package io.falconet.latency.measure;

import java.io.IOException;
import java.util.List;

/** The NVIDIA GPUs of this machine, as its driver counts them. */
public final class NvidiaGpus {
    private NvidiaGpus() {}

    /** Their numbers, by the bus; none where there is no driver that tells of any. */
    public static List<String> here() {
        try {
            return GpuListing.of(NvidiaSmi.installed().ask("-L")).entries().stream()
                    .map(entry -> "" + entry.index())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
