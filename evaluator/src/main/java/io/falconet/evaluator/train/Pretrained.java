package io.falconet.evaluator.train;

import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.block.Detector;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A detector that was trained before, from which another training goes on: over more epochs, on other data, or for other
 * classes, whose outputs then start anew (transfer learning).
 *
 * @param detector with what was fitted to its data, such as its anchors
 * @param weights of its network
 * @param sha256 of the file that holds them
 */
public record Pretrained(Detector detector, Weights weights, String sha256) {
    /** What is trained in the place of a detector: the same, or this one where the networks are equal. */
    public Detector of(Detector built) {
        return built.network().id().equals(detector.network().id())
                ? new Detector(built.network(), detector.format())
                : built;
    }

    /** Those of some weights that start as this detector left them: all of the same name and dimensions. */
    public Map<String, Tensor> fitting(Weights initial) {
        Map<String, Tensor> fitting = new LinkedHashMap<>();
        initial.tensors().forEach((key, tensor) -> {
            Tensor known = weights.tensors().get(key);
            if (known != null && known.dimensions().equals(tensor.dimensions())) {
                fitting.put(key, known);
            }
        });
        return fitting;
    }
}
