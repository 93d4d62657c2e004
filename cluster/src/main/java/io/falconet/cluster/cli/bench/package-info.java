/** Benchmarks: of strategies, schedules, latencies and predictions. */
package io.falconet.cluster.cli.bench;
