package io.falconet.space.search.surrogate;

import io.falconet.space.space.Choice;
import java.util.ArrayList;
import java.util.List;

/**
 * Candidates that were tried, as a model sees them.
 *
 * @param choices between which they decide
 * @param options by candidate: the options taken, by choice
 * @param features by candidate: further numbers that tell how it may turn out
 */
public record Experience(List<Choice> choices, List<int[]> options, List<double[]> features) {
    /** Their traits, and how others are read alike. */
    Read read() {
        TraitReader reader = new TraitReader(choices, options, features);
        List<Traits> traits = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            traits.add(reader.read(options.get(i), features.get(i)));
        }
        return new Read(reader, traits);
    }

    /** Traits of the candidates, and the reader that has their scale. */
    record Read(TraitReader reader, List<Traits> traits) {}
}
