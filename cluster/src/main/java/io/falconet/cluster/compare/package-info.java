/** Detectors side by side: who takes part, what each reached and how long it takes, and who is on the Pareto front. */
package io.falconet.cluster.compare;
