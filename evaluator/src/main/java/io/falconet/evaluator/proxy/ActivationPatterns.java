package io.falconet.evaluator.proxy;

import io.falconet.evaluator.data.Batch;
import io.falconet.evaluator.engine.ProbedNetwork;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * NASWOT, neural architecture search without training (Mellor et al., 2021): how differently the network sees images before
 * it has learned anything. Each image gives a pattern, the signs of all that goes into activations; the score is the natural
 * logarithm of the determinant of the matrix that counts in how many places two patterns agree. The authors count at ReLUs;
 * here the signs of what goes into any activation count. Empty where two images have one pattern.
 */
public final class ActivationPatterns implements UntrainedScore {
    @Override
    public String key() {
        return "naswot";
    }

    @Override
    public String label() {
        return "NASWOT";
    }

    @Override
    public OptionalDouble of(UntrainedDetector untrained) {
        Batch batch = untrained.batch();
        try (ProbedNetwork network = new ProbedNetwork(untrained.detector().network(), untrained.weights())) {
            return of(network.agreements(batch.images(), batch.size()));
        }
    }

    /** @param agreements for each two images, in how many places their patterns agree */
    static OptionalDouble of(double[][] agreements) {
        LUDecomposition triangles = new LUDecomposition(new Array2DRowRealMatrix(agreements));
        RealMatrix upper = triangles.getU();
        if (upper == null) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(IntStream.range(0, agreements.length)
                .mapToDouble(i -> Math.log(Math.abs(upper.getEntry(i, i))))
                .sum());
    }
}
