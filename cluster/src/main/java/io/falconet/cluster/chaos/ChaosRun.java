package io.falconet.cluster.chaos;

import io.falconet.results.StudyState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Searches studies, one after the other, on a cluster of which something is broken every few seconds, until it was broken as
 * often as is asked and the study under way is finished.
 */
public final class ChaosRun {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    /** A disk stays full, and whatever else does not mend itself stays broken, for so many looks. */
    private static final int LOOKS_UNTIL_MENDED = 12;
    /** A study that has not ended so long after the last kill never will. */
    private static final Duration LONGEST_END = Duration.ofMinutes(10);

    /** What was broken when. */
    record Broken(Instant when, Victim what) {}

    private final ChaosTask task;
    private final ChaosCluster cluster;
    private final ChaosWatch watch;
    private final RandomGenerator random;
    private final List<Broken> broken = new ArrayList<>();
    private final List<String> studies = new ArrayList<>();
    private Instant next;
    private int looksUntilMended;

    ChaosRun(ChaosTask task, ChaosCluster cluster, ChaosWatch watch) {
        this.task = task;
        this.cluster = cluster;
        this.watch = watch;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(task.seed());
        this.next = Instant.now();
    }

    /** Runs all of it. */
    void run() throws IOException, InterruptedException {
        while (kills() < task.kills()) {
            String study = task.queue(studies.size());
            studies.add(study);
            task.progress().begun(study);
            Instant end = Instant.MAX;
            while (watch.look(study, Instant.now()) != StudyState.FINISHED) {
                step();
                if (kills() < task.kills()) {
                    end = Instant.now().plus(LONGEST_END);
                } else if (Instant.now().isAfter(end)) {
                    throw new IOException(
                            "Expected study %s to end, found it %s since %d minutes. Maybe the logs tell why."
                                    .formatted(study, watch.look(study, Instant.now()), LONGEST_END.toMinutes()));
                }
            }
        }
        cluster.mend();
    }

    private void step() throws IOException, InterruptedException {
        cluster.ensure();
        if (--looksUntilMended == 0) {
            cluster.mend();
        }
        if (kills() < task.kills() && Instant.now().isAfter(next)) {
            List<Victim> victims = cluster.victims();
            Victim victim = victims.get(random.nextInt(victims.size()));
            if (cluster.breakOne(victim, random)) {
                broken.add(new Broken(Instant.now(), victim));
                task.progress().broken(kills(), victim, watch.outcomes());
                looksUntilMended = LOOKS_UNTIL_MENDED;
            }
            next = Instant.now().plusMillis((long)
                    (-Math.log(1 - random.nextDouble()) * task.every().toMillis()));
        }
        Thread.sleep(BETWEEN_LOOKS.toMillis());
    }

    private int kills() {
        return broken.size();
    }

    /** All that was broken, in order. */
    List<Broken> broken() {
        return broken;
    }

    /** The studies that were searched. */
    List<String> studies() {
        return studies;
    }
}
