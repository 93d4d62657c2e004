package io.falconet.evaluator.verify;

import io.falconet.evaluator.engine.Weights;
import io.falconet.space.graph.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * A block or a model: what its authors' code gives for weights and inputs that the {@link FillRule} fills.
 *
 * @param section the whole file
 */
record NetworkVector(Section section) {
    /**
     * Runs the catalog's network and compares. The verdict is that of the output which is closest to its tolerance, or
     * furthest over it.
     *
     * @throws VectorException if the vector is not understood
     */
    Verdict verify(Engine engine) {
        FilledState state = FilledState.of(section);
        NetworkInputs inputs = NetworkInputs.of(section);
        Fit fit = fit(Candidates.of(section, inputs.shapes()), state);
        List<List<float[]>> found = engine.run(fit.network(), fit.weights(), inputs.values(), inputs.images());
        List<Section> outputs = section.list("outputs");
        List<float[]> ordered = ordered(fit.network(), found, outputs);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            verdicts.addAll(new StoredOutput(outputs.get(i)).compare(ordered.get(i)));
        }
        return Verdict.worst(verdicts);
    }

    /** The network whose tensors are the reference's, and the reference's values of them. */
    private record Fit(Network network, Weights weights) {}

    private static Fit fit(List<Candidate> candidates, FilledState state) {
        List<String> problems = new ArrayList<>();
        for (Candidate candidate : candidates) {
            try {
                return new Fit(candidate.network(), candidate.weights(state));
            } catch (VectorException e) {
                problems.add(e.getMessage());
            }
        }
        if (candidates.size() == 1) {
            throw new VectorException(problems.get(0));
        }
        throw new VectorException("Expected the tensors of one of %s, found another network's. Of the first: %s"
                .formatted(candidates.stream().map(Candidate::name).toList(), problems.get(0)));
    }

    /** Each output as the authors' code returns it, all images one after the other. */
    private static List<float[]> ordered(Network network, List<List<float[]>> images, List<Section> outputs) {
        List<List<Integer>> axes = outputs.stream()
                .map(output -> share(output.sizes("shape"), images.size()))
                .toList();
        List<float[]> all = new ArrayList<>();
        for (List<float[]> maps : images) {
            List<float[]> arranged = OutputOrder.arrange(network.outputShapes(), maps, axes);
            for (int i = 0; i < arranged.size(); i++) {
                if (i == all.size()) {
                    all.add(arranged.get(i));
                } else {
                    all.set(i, joined(all.get(i), arranged.get(i)));
                }
            }
        }
        return all;
    }

    private static List<Integer> share(List<Integer> axes, int images) {
        List<Integer> share = new ArrayList<>(axes);
        share.set(0, axes.get(0) / images);
        return share;
    }

    private static float[] joined(float[] first, float[] second) {
        float[] both = new float[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
