package io.falconet.evaluator.train;

import io.falconet.evaluator.data.Fault;
import io.falconet.evaluator.data.NetworkInput;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.block.Detector;
import io.falconet.space.outcome.EpochRecord;
import java.util.List;
import java.util.Optional;

/**
 * What a training gives.
 *
 * @param detector that was trained; its format may have been fitted to the data, such as its anchors
 * @param input how it takes images
 * @param weights of the trained detector
 * @param curve a record for each epoch
 * @param faults images that could not be read and were left out
 * @param checkpoint from which a longer training of the same schedule goes on; nothing where the schedule is at its end
 */
public record TrainingResult(
        Detector detector,
        NetworkInput input,
        Weights weights,
        List<EpochRecord> curve,
        List<Fault> faults,
        Optional<byte[]> checkpoint) {
    public TrainingResult {
        curve = List.copyOf(curve);
        faults = List.copyOf(faults);
    }
}
