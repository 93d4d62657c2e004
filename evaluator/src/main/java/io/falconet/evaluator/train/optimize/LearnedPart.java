package io.falconet.evaluator.train.optimize;

import io.falconet.evaluator.engine.Parameter;
import io.falconet.space.graph.Weight;
import java.util.List;

/**
 * A run of learned values that are treated alike.
 *
 * @param start place of the first
 * @param end one past the last
 * @param decayed whether they are pulled towards zero: kernels are
 * @param bias whether they move at the biases' rate
 */
record LearnedPart(int start, int end, boolean decayed, boolean bias) {
    /** A part for each learned parameter. */
    static List<LearnedPart> of(List<Parameter> parameters, int learnedValues) {
        return parameters.stream()
                .filter(parameter -> parameter.offset() < learnedValues)
                .map(LearnedPart::of)
                .toList();
    }

    private static LearnedPart of(Parameter parameter) {
        Weight.Role role = parameter.role();
        return new LearnedPart(
                parameter.offset(),
                parameter.end(),
                role == Weight.Role.KERNEL,
                role == Weight.Role.BIAS || role == Weight.Role.OFFSET);
    }

    double rate(StepSize size) {
        return bias ? size.biasRate() : size.rate();
    }
}
