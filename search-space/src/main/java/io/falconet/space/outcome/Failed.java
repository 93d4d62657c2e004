package io.falconet.space.outcome;

/**
 * The evaluation broke.
 *
 * @param cause one line for people
 * @param log the full stack trace or log
 */
public record Failed(String cause, String log, Provenance provenance) implements Outcome {}
