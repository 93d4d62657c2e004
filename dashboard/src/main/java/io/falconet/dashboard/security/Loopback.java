package io.falconet.dashboard.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/** This machine, as it calls itself. */
public final class Loopback {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");

    private Loopback() {}

    /** Whether a browser on this machine may call it so. */
    static boolean isName(String host) {
        return NAMES.contains(host);
    }

    /**
     * Whether an address can be reached from this machine alone.
     *
     * @throws IllegalArgumentException if there is no such address
     */
    public static boolean isAddress(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "Expected --host to be an address of this machine, found \"" + host
                            + "\".\nMaybe 0.0.0.0, for all of them?",
                    e);
        }
    }
}
