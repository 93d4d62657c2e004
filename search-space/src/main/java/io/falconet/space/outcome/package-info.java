/** What an evaluation found, with everything needed to believe it: accuracy, cost, latency, provenance. */
package io.falconet.space.outcome;
