package io.falconet.evaluator.proxy;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * A detector's score.
 *
 * @param value empty where the detector has none
 * @param took how long it took to compute
 */
public record ScoreValue(UntrainedScore score, OptionalDouble value, Duration took) {}
