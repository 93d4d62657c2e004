package io.falconet.cluster.spark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What other processes need to know of this one. */
public final class OwnJvm {
    private static final List<String> PASSED_ON =
            List.of("--add-opens", "--enable-native", "-Djdk.", "-Dio.netty.", "-Dai.djl.");

    private OwnJvm() {}

    /** How a JVM like this one is started: the program, and the flags without which Spark and libtorch do not run. */
    public static List<String> command() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Stream<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> PASSED_ON.stream().anyMatch(flag::startsWith));
        return Stream.concat(Stream.of(java.toString()), flags).toList();
    }

    /**
     * This machine's address on the way to another: by that one it is reached from there. Nothing is sent.
     *
     * @throws IOException if there is no way
     */
    public static String addressTowards(String host, int port) throws IOException {
        try (DatagramSocket way = new DatagramSocket()) {
            way.connect(new InetSocketAddress(host, port));
            return way.getLocalAddress().getHostAddress();
        } catch (IllegalArgumentException e) {
            throw new IOException("A host and a port were expected, found %s:%d.".formatted(host, port), e);
        }
    }
}
