package io.falconet.cluster.spark;

/**
 * What one evaluation gets of a cluster.
 *
 * @param cores of the CPU, on which it trains with as many threads
 * @param gpus 0, a share of one such as 0.5, or a whole number
 */
public record Share(int cores, double gpus) {
    /** One core, and no GPU. */
    public static final Share CORE = new Share(1, 0);

    public Share {
        if (cores < 1 || !dividing(gpus)) {
            throw new IllegalArgumentException(
                    "An evaluation gets at least one core, and whole GPUs or at most half of one, found %d and %s."
                            .formatted(cores, gpus));
        }
    }

    /** Whether so many GPUs can be given out: whole ones, or a share that leaves another as much. */
    public static boolean dividing(double gpus) {
        return gpus >= 0 && (gpus <= 0.5 || gpus == Math.rint(gpus));
    }

    /** How many evaluations have room in an executor of so many GPUs, if it has as many cores as that takes. */
    int fitting(int executorGpus) {
        return gpus == 0 ? 1 : (int) Math.floor(executorGpus / gpus);
    }

    /** In words, such as {@code 2 cores and a GPU}. */
    String text() {
        String processor = cores == 1 ? "a core" : cores + " cores";
        return gpus == 0
                ? processor
                : processor + " and " + (gpus < 1 ? "a part of a GPU" : gpus == 1 ? "a GPU" : (int) gpus + " GPUs");
    }
}
