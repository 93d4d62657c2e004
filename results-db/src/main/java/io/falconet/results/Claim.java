package io.falconet.results;

/**
 * The right to drive a study, until it is released or taken over. Whatever writes trials shows its claim; one that is no
 * longer the latest is refused.
 *
 * @param studyId the study
 * @param owner who holds it, for people: host and process
 * @param token grows with every claim of the study (a fencing token)
 */
public record Claim(long studyId, String owner, long token) {}
