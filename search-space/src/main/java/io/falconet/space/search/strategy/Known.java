package io.falconet.space.search.strategy;

import java.util.Optional;

/**
 * A candidate that was tried.
 *
 * @param point where it lies in the space of objectives, to be minimised; nothing if it failed, which ranks worst
 */
public record Known(Candidate candidate, Optional<double[]> point) {}
