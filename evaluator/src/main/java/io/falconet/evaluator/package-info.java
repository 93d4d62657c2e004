/** The funnel from an architecture to an outcome: train, score, measure, export. */
package io.falconet.evaluator;
