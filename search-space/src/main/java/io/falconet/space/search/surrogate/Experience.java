package io.falconet.space.search.surrogate;

import io.falconet.space.space.Choice;
import java.util.List;

/**
 * Candidates, as models see them.
 *
 * @param choices between which they decide
 * @param options by candidate: the options taken, by choice
 * @param features by candidate: further numbers that tell how it may turn out
 */
public record Experience(List<Choice> choices, List<int[]> options, List<double[]> features) {}
