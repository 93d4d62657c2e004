package io.falconet.results;

import java.time.Instant;

/**
 * A device on which trials were timed, by what they say of it: registered or not, this machine or any other. One whose
 * runtime was replaced is two.
 *
 * @param name by which studies know it
 * @param processor its own description
 * @param runtime that ran the models, with its version
 * @param trials timed on it; those that took their outcome from another trial are not counted
 * @param last when the latest of them was recorded
 */
public record MeasuredDevice(String name, String processor, String runtime, int trials, Instant last) {}
