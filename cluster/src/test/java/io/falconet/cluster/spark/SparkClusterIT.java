package io.falconet.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.evaluator.Evaluation;
import io.falconet.evaluator.EvaluationTask;
import io.falconet.evaluator.synthetic.SyntheticDataset;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.StudySpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real cluster inside this JVM, whose evaluations only wait. */
class SparkClusterIT {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final EvaluationTask TASK = on("/nowhere");

    @Test
    void whatWaitsSaysWhyAndGoesOnWhenItCan() throws Exception {
        try (SparkCluster cluster = SparkCluster.start(ClusterRequest.local(1));
                StudyExecutors late = cluster.executors("late", 1, List.of())) {
            try (StudyExecutors early = cluster.executors("early", 1, List.of())) {
                CompletableFuture<Evaluation> running = early.rehearse("early:7", TASK, LONG);
                AtomicReference<CompletableFuture<Evaluation>> next = new AtomicReference<>(brief(late));

                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
                    if (next.get().isDone()) { // it was faster than the long one
                        next.set(brief(late));
                    }
                    return late.waiting()
                            .filter("late:0 wait: no slot free: in use by early:7."::equals)
                            .isPresent();
                });
                assertThat(early.waiting()).isEmpty();
                assertThat(running).isNotDone();
                assertThat(next.get()).isNotDone();
            }
            // The first study was given up: its slot is free, and the other one's evaluations go on.
            assertThat(late.rehearse("late:1", TASK, Duration.ZERO)
                            .get(1, TimeUnit.MINUTES)
                            .outcome())
                    .isInstanceOf(Infeasible.class);
            assertThat(late.waiting()).isEmpty();
        }
    }

    /** A rehearsal does not look at the limit of a trial, as a training does not whose step never comes back. */
    @Test
    void whatDoesNotStopByItselfIsStoppedFromOutside(@TempDir Path folder) throws Exception {
        new SyntheticDataset(1, 1, 7).write(folder, done -> {});
        try (SparkCluster cluster = SparkCluster.start(
                        ClusterRequest.local(1).within(Duration.ofSeconds(1)), Duration.ofSeconds(1));
                StudyExecutors study = cluster.executors("stuck", 1, List.of())) {
            Evaluation stuck =
                    study.rehearse("stuck:0", on(folder.toString()), LONG).get(1, TimeUnit.MINUTES);

            assertThat(((Failed) stuck.outcome()).cause())
                    .isEqualTo(
                            "It took longer than 1 s, the limit of a trial, and did not stop. Maybe a larger limit, or fewer epochs.");
            assertThat(stuck.outcome().provenance().elapsed()).isBetween(Duration.ofSeconds(2), LONG);
            assertThat(stuck.artifacts()).hasSize(1);
            assertThat(study.rehearse("stuck:1", TASK, Duration.ZERO)
                            .get(1, TimeUnit.MINUTES)
                            .outcome())
                    .isInstanceOf(Infeasible.class);
        }
    }

    private static EvaluationTask on(String data) {
        return new EvaluationTask(
                "zoo:model=nanodet-m",
                StudySpec.DataSpec.at(data),
                RecipeSpec.USUAL,
                new Fidelity(1, 0, 8),
                1,
                false,
                1,
                Map.of());
    }

    private static CompletableFuture<Evaluation> brief(StudyExecutors study) {
        return study.rehearse("late:0", TASK, Duration.ZERO);
    }
}
