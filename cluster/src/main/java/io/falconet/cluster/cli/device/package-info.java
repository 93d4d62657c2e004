/** Devices that measure, and how fast models are on them: agents, calibrations, measured and predicted latencies. */
package io.falconet.cluster.cli.device;
