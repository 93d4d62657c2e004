/**
 * Predicts how fast models are where measuring each is too dear, and says how far the predictions can be trusted. Knows
 * features and times, not what they come from.
 */
package io.falconet.latency.predict;
