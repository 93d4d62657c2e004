package io.falconet.cluster.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes connections on to a server, and can cut all of them at once, as when a switch is unplugged. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket entrance;
    private final InetSocketAddress server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    CuttingProxy(String host, int port) throws IOException {
        this.server = new InetSocketAddress(host, port);
        this.entrance = new ServerSocket(0, 64, InetAddress.getByName("127.0.0.1"));
        start(this::accept);
    }

    /** Where it listens, on this machine. */
    int port() {
        return entrance.getLocalPort();
    }

    /** Cuts all connections; new ones are passed on. Whether there was any. */
    boolean cut() {
        boolean any = !open.isEmpty();
        open.forEach(CuttingProxy::shut);
        open.clear();
        return any;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Socket onward = new Socket();
                open.add(client);
                open.add(onward);
                onward.connect(server);
                start(() -> pass(client, onward));
                start(() -> pass(onward, client));
            } catch (IOException e) {
                // The server is down, or the entrance is closed: whoever came sees his connection end.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // Cut, or ended by one side: both end.
        } finally {
            shut(from);
            shut(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void shut(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is shut.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
