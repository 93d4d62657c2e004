package io.falconet.space.search.strategy;

/**
 * Decisions to be tried before all others.
 *
 * @param name by which the study names them, or an architecture's text
 */
public record Seed(String name, Genome genome) {}
