package io.falconet.latency.measure;

import java.time.Duration;

/**
 * How latency is measured, on machines that others use too.
 *
 * <ol>
 *   <li>A measurement is several <b>rounds</b>, each with a session of its own: where its memory happens to lie is luck that
 *       should average out. No training of this JVM computes during a round; between rounds trainings go on. Several models
 *       take their rounds in turn. So the rounds of a model lie apart in time and see the machine in different moods: a
 *       host's other guests come and go within seconds to minutes (measured: networks a quarter slower for ten seconds).
 *   <li>A round notes how long the model takes to <b>load</b> and to run for the <b>first</b> time. It <b>warms up</b> until
 *       {@value Round#WINDOW} runs are no longer faster than those before, by {@value Round#SETTLED} of them, within {@value
 *       Round#MAX_WARMUP} runs and a second; then it is <b>timed</b> until the 95 % interval of its median is narrower than
 *       {@link #precision} of it or {@link #timed} is over, and for at least {@link #minRuns} runs. Each run reads the same
 *       fixed random images.
 *   <li>With one thread, a run takes the <b>processor time</b> of the thread that infers. Where a core is to spare it equals
 *       the wall clock's (measured: within 0.1 %); where none is, the wall clock would count the time of others too
 *       (measured: up to 4 times). With more threads the wall clock counts, and where a GPU computes and the thread waits; there
 *       a run begins with images in the machine's memory and ends with the outputs there.
 *   <li>Before and after each round a small network that is always the same, the <b>anchor</b>, is run where the model is. A
 *       round is <b>disturbed</b> if the anchor took longer by {@value Measurement#ANCHOR} than at its best in this process, or
 *       if others had the core for more than {@value Measurement#TAKEN} of the time.
 *   <li>Other work (shared caches, neighbours on the same host) can only slow a run down, so the report is of the
 *       <b>quietest stretch</b> of all rounds: the {@value Round#STRETCH_RUNS} or more runs in a row, 15 ms at least, with the
 *       smallest median. There are {@link #usualRounds}, and more up to {@link #mostRounds} until three were not disturbed
 *       and the three quietest agree within {@value Measurement#AGREEMENT}; where models are slow, fewer, as soon as the {@link
 *       #budget} is spent. If every round was disturbed the report is <b>marked</b> with what disturbed it.
 *   <li>The <b>interval</b> is the 95 % interval of that median by order statistics, widened by how far the three quietest
 *       rounds lie apart and by {@value Measurement#DRIFT} of it, which is what separate measurements differ by although the
 *       rounds of each agree; and downwards by {@value Measurement#CROWDING} of the share of time in which others had the
 *       core, because they left the caches cold. A repetition later, in another process, should fall within it.
 *   <li>All samples are kept, with what the machine said of itself before and after.
 * </ol>
 *
 * @param leastRounds of each measurement
 * @param usualRounds of each measurement that the budget allows
 * @param mostRounds at most
 * @param budget of time, after which no more than the fewest rounds are taken
 * @param timed longest duration of a round's timed runs
 * @param minRuns timed runs of a round at least
 * @param precision width of a round's interval, relative to its median, that needs no more runs
 */
public record LatencyProtocol(
        int leastRounds,
        int usualRounds,
        int mostRounds,
        Duration budget,
        Duration timed,
        int minRuns,
        double precision) {
    /** One second a model on a quiet machine, three on a busy one: within a search. */
    public static final LatencyProtocol STANDARD =
            new LatencyProtocol(3, 4, 8, Duration.ofSeconds(4), Duration.ofMillis(120), 5, 0.01);

    /**
     * Three seconds a model on a quiet machine, a dozen on a busy one: where the figures themselves are wanted. On a busy one
     * two sets of 4, 8, 12 and 18 rounds, drawn from an hour's, differed by 5.6, 2.9, 2.3 and 1.9 % in the median.
     */
    public static final LatencyProtocol THOROUGH =
            new LatencyProtocol(3, 8, 32, Duration.ofSeconds(16), Duration.ofMillis(120), 5, 0.01);

    /** A tenth of a second: for a first impression, with a wide interval. */
    public static final LatencyProtocol BRIEF =
            new LatencyProtocol(2, 2, 2, Duration.ofSeconds(1), Duration.ofMillis(25), 5, 0.02);

    public LatencyProtocol {
        if (leastRounds < 1 || usualRounds < leastRounds || mostRounds < usualRounds || minRuns < 1) {
            throw new IllegalArgumentException(
                    "A protocol needs at least 1 round and run, and most >= usual >= least, found %d, %d and %d rounds of %d runs."
                            .formatted(mostRounds, usualRounds, leastRounds, minRuns));
        }
    }
}
