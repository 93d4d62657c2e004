/** Learns from networks that were measured on a device what others take there. */
package io.falconet.latency.calibrate;
