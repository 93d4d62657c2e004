/** Figures of running searches, for Prometheus. */
package io.falconet.cluster.metrics;
