package io.falconet.results;

import io.falconet.space.outcome.LatencyReport;
import java.time.Instant;

/**
 * A network measured to learn what others take on its device.
 *
 * @param network its id
 * @param architecture that builds it
 * @param classes kinds of object of its head
 * @param latency with the device on which it was measured
 * @param measured when
 */
public record CalibrationPoint(
        String network, String architecture, int classes, LatencyReport latency, Instant measured) {}
