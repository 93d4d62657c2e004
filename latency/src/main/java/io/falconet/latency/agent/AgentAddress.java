package io.falconet.latency.agent;

import java.net.URI;

/**
 * How an agent is reached.
 *
 * @param address host and port, such as {@code raspberry:7373}
 * @param token that it lets in
 * @param fingerprint of its certificate, SHA-256 in hexadecimal digits
 */
public record AgentAddress(String address, String token, String fingerprint) {
    private static final int MOST_PORTS = 65535;

    public AgentAddress {
        if (!address.matches(".+:\\d{1,5}")
                || Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)) > MOST_PORTS) {
            throw new IllegalArgumentException(
                    "A host and a port were expected, found \"%s\". Maybe raspberry:7373.".formatted(address));
        }
        if (!fingerprint.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "A certificate's SHA-256, 64 hexadecimal digits, was expected, found \"%s\". Maybe copy what the agent says at its start."
                            .formatted(fingerprint));
        }
    }

    /** Without the token, which is nobody's business. */
    @Override
    public String toString() {
        return address;
    }

    URI uri(String path) {
        return URI.create("https://" + address + path);
    }
}
