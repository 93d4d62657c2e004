package io.falconet.evaluator.proxy;

import io.falconet.evaluator.engine.PreciseNetwork;
import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Weight;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Synaptic flow (Tanaka et al., 2020) as a score of whole networks (Abdelfattah et al., 2021): the natural logarithm of the
 * sum over all kernels' values of {@code |w dR/dw|}, where R is what a {@link PositiveNetwork} gives in all for an image of
 * ones. Sees neither data nor labels. The sum has some hundred digits for a deep network, hence double precision and the
 * logarithm.
 */
public final class Synflow implements UntrainedScore {
    @Override
    public String key() {
        return "synflow";
    }

    @Override
    public String label() {
        return "synflow (ln)";
    }

    @Override
    public OptionalDouble of(UntrainedDetector untrained) {
        return of(PositiveNetwork.of(untrained.detector().network(), untrained.weights()));
    }

    static OptionalDouble of(PositiveNetwork positive) {
        try (PreciseNetwork network = new PreciseNetwork(positive.network(), positive.weights())) {
            double flow = flow(positive, network.ofOnes().gradients());
            return flow > 0 && Double.isFinite(flow) ? OptionalDouble.of(Math.log(flow)) : OptionalDouble.empty();
        }
    }

    private static double flow(PositiveNetwork positive, Map<String, double[]> gradients) {
        Weights weights = positive.weights();
        Map<String, Tensor> kernels = positive.network().nodes().stream()
                .filter(Node::ownsWeights)
                .flatMap(node -> node.weights().stream()
                        .filter(weight -> weight.role() == Weight.Role.KERNEL)
                        .map(node::key))
                .collect(Collectors.toMap(key -> key, weights::tensor));
        double flow = 0;
        for (Map.Entry<String, double[]> gradient : gradients.entrySet()) {
            Tensor kernel = kernels.get(gradient.getKey());
            if (kernel != null) {
                for (int i = 0; i < gradient.getValue().length; i++) {
                    flow += Math.abs(kernel.values()[i] * gradient.getValue()[i]);
                }
            }
        }
        return flow;
    }
}
