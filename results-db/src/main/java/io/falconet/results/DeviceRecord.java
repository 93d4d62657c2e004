package io.falconet.results;

import java.time.Instant;

/**
 * A device on which an agent measures latencies, as it is registered. Its token is a secret: {@link DeviceStore#token} alone
 * tells it.
 *
 * @param name by which studies know it
 * @param address of its agent: host and port
 * @param certificate of its agent: SHA-256 in hexadecimal digits
 * @param processor its own description
 * @param runtime that runs models there, with its version
 * @param added when it was registered first
 * @param seen when its agent last answered
 */
public record DeviceRecord(
        String name,
        String address,
        String certificate,
        String processor,
        String runtime,
        Instant added,
        Instant seen) {}
