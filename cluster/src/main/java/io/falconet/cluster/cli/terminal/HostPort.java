package io.falconet.cluster.cli.terminal;

import io.falconet.cluster.driver.RequestException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A host, and a port of it. */
public record HostPort(String host, int port) {
    /**
     * Reads {@code HOST:PORT}.
     *
     * @throws RequestException if it is none
     */
    public static HostPort parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,5}")) {
            throw new RequestException("HOST:PORT was expected, found \"" + text + "\".", "127.0.0.1:7077 is meant.");
        }
        return new HostPort(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    /**
     * Whether only this machine reaches it.
     *
     * @throws RequestException if nobody knows it
     */
    public boolean loopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new RequestException("A known host was expected, found " + host + ".", "its number is needed.");
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
