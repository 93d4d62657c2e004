package io.falconet.evaluator.detect;

/**
 * Which of the boxes that a detector gives are told.
 *
 * @param threshold scores at or below it are dropped
 * @param suppression of overlapping boxes
 */
public record DecodingRule(float threshold, NonMaximumSuppression suppression) {
    public DecodingRule {
        if (!(threshold >= 0 && threshold < 1)) {
            throw new IllegalArgumentException(
                    "A threshold from 0 to below 1 was expected, found %s. Maybe it was given in percent."
                            .formatted(threshold));
        }
    }
}
