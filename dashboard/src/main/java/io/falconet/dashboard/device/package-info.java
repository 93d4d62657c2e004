/** The page of the devices on which latency is measured. */
package io.falconet.dashboard.device;
