package io.falconet.cluster.compare;

import io.falconet.space.outcome.Accuracy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a contender in the end.
 *
 * @param accuracy on the validation images; nothing where it was neither trained nor given weights
 * @param training how it came to its weights, in a few words: {@code 20 epochs}, {@code given weights}; empty where it did
 *     not
 * @param trouble why something is missing, for people
 * @param onnxBytes size of its ONNX file, or files; nothing where there is none
 * @param timings one a batch size
 */
public record Result(
        Contender contender,
        Optional<Accuracy> accuracy,
        String training,
        Optional<String> trouble,
        OptionalLong onnxBytes,
        List<Timing> timings) {
    public Result {
        timings = List.copyOf(timings);
    }

    /** How fast it is with so many images at a time. */
    public Optional<Timing> timing(int batch) {
        return timings.stream().filter(timing -> timing.batch() == batch).findFirst();
    }

    /** Mean average precision over thresholds; NaN where it is not known. */
    public double map50To95() {
        return accuracy.map(Accuracy::map50To95).orElse(Double.NaN);
    }
}
