package io.falconet.cluster.cli.bench;

/**
 * How fast a store recorded.
 *
 * @param outcomes recorded
 * @param threads that recorded them
 * @param outcomesPerSecond recorded, while nothing was proposed
 * @param proposalsPerSecond of trials, by the same threads
 * @param firstMillis median time to record one of the first thousand, as the thread that records sees it
 * @param lastMillis that of the last thousand
 * @param heapMegabytes most that was in use, garbage and all
 * @param frontTrials trials on the study's front
 * @param frontMillis median time to find the study and read its front
 */
record RecordingFigures(
        int outcomes,
        int threads,
        double outcomesPerSecond,
        double proposalsPerSecond,
        double firstMillis,
        double lastMillis,
        long heapMegabytes,
        int frontTrials,
        double frontMillis) {
    /** What one of the last thousand costs, as a multiple of one of the first. */
    double growth() {
        return lastMillis / firstMillis;
    }
}
