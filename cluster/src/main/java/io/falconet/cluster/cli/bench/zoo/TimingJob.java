package io.falconet.cluster.cli.bench.zoo;

import io.falconet.cluster.compare.Contender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A stage of a detector to be timed.
 *
 * @param scored whose
 * @param key tells the stage apart from all others, in file names
 * @param batch images at a time
 * @param onnx content of its file, made when it is asked for
 */
record TimingJob(ScoredEntrant scored, String key, int batch, Supplier<byte[]> onnx) {
    private static final int DIGITS = 8;

    /** The stages of a detector. The second is run image by image, since its regions come from one image. */
    static List<TimingJob> of(ScoredEntrant scored, List<Integer> batches) {
        Contender contender = scored.entrant().contender();
        String id = contender.networkId();
        String key = contender.name() + "-" + id.substring(0, Math.min(DIGITS, id.length()));
        List<TimingJob> jobs = new ArrayList<>();
        for (int batch : batches) {
            Supplier<byte[]> onnx = batch == 1
                    ? scored.onnx()
                    : () -> scored.entrant().anyBatch(scored.weights().get());
            jobs.add(new TimingJob(scored, key, batch, onnx));
        }
        if (scored.entrant().secondStage().isPresent()) {
            Supplier<Optional<byte[]>> second = scored.entrant()::secondOnnx;
            jobs.add(new TimingJob(
                    scored, key + "-second-stage", 1, () -> second.get().orElseThrow()));
        }
        return jobs;
    }

    /** Whether it is the first of two stages, or the only one. */
    boolean first() {
        return !key.endsWith("-second-stage");
    }

    /** For people. */
    String name() {
        return scored.entrant().contender().name() + (first() ? "" : ", second stage");
    }
}
