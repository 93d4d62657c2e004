package io.falconet.space.outcome;

/**
 * Training was stopped early because the candidate had no hope.
 *
 * @param reason why, for people
 */
public record Pruned(String reason, Provenance provenance) implements Outcome {}
