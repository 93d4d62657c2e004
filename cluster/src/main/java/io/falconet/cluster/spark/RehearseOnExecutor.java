package io.falconet.cluster.spark;

import io.falconet.evaluator.Evaluation;
import io.falconet.evaluator.EvaluationTask;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.Function;

/** Takes a task and answers it as an evaluation would, after a while and without one: to see what all the rest costs. */
final class RehearseOnExecutor implements Function<byte[], byte[]> {
    private static final long serialVersionUID = 1;

    private final Duration duration;

    RehearseOnExecutor(Duration duration) {
        this.duration = duration;
    }

    @Override
    public byte[] call(byte[] bytes) throws InterruptedException {
        EvaluationCodec codec = new EvaluationCodec();
        EvaluationTask task = codec.task(bytes);
        Instant started = Instant.now();
        Thread.sleep(duration.toMillis());
        Provenance provenance =
                new Provenance(task.seed(), "rehearsal", "none", task.fidelity(), Map.of(), started, duration);
        return codec.bytes(new Evaluation(new Infeasible("rehearsed, not trained", provenance), List.of()));
    }
}
