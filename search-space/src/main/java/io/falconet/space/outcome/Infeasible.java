package io.falconet.space.outcome;

/**
 * The architecture broke a constraint before anything was trained.
 *
 * @param reason which constraint, what was allowed and what was found
 */
public record Infeasible(String reason, Provenance provenance) implements Outcome {}
