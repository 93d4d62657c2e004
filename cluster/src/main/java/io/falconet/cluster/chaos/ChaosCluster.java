package io.falconet.cluster.chaos;

import io.falconet.cluster.spark.SparkDaemon;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A master, two workers, three drivers of which two stand by, and an agent: all in processes of their own on this machine, each
 * started again when it has ended.
 */
final class ChaosCluster implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int WORKERS = 2;
    private static final int DRIVERS = 3;
    private static final String DRIVER_HEAP = "-Xmx600m";
    private static final String AGENT_HEAP = "-Xmx300m";

    private final Path folder;
    private final ChaosStore store;
    private final FalconetProcess falconet;
    private final List<Supervised> workers = new ArrayList<>();
    private final List<Supervised> drivers = new ArrayList<>();
    private final Supervised master;
    private final Supervised agent;
    private final int agentPort;
    private final Optional<SmallDisk> disk;
    private volatile boolean closed;

    /**
     * A cluster, not yet started.
     *
     * @param folder for all that it writes
     */
    ChaosCluster(Path folder, ChaosStore store, FalconetProcess falconet) throws IOException {
        this.folder = folder;
        this.store = store;
        this.falconet = falconet;
        this.agentPort = freePort();
        int port = freePort();
        String address = "spark://" + HOST + ":" + port;
        this.master = supervised(
                "master",
                SparkDaemon.master(HOST, port, 0, folder.resolve("master")).process());
        this.agent = supervised(
                "agent",
                falconet.command(
                        AGENT_HEAP,
                        List.of(
                                "agent",
                                "--listen",
                                HOST + ":" + agentPort,
                                "--home",
                                folder.resolve("agent").toString())));
        for (int i = 1; i <= DRIVERS; i++) {
            List<String> words = new ArrayList<>(
                    List.of("worker", "--master", address, "--executor-memory", "700m", "--studies", "1"));
            words.addAll(store.options());
            drivers.add(supervised("driver-" + i, falconet.command(DRIVER_HEAP, words)));
        }
        this.disk = SmallDisk.at(Files.createDirectories(folder.resolve("worker-1")));
        for (int i = 1; i <= WORKERS; i++) {
            SparkDaemon worker = SparkDaemon.worker(address, HOST, 1, "1g", List.of(), folder.resolve("worker-" + i));
            workers.add(supervised("worker-" + i, worker.process()));
        }
    }

    private Supervised supervised(String name, ProcessBuilder command) {
        return new Supervised(name, command, folder.resolve(name + ".log"));
    }

    /** Starts all, and makes the agent known to the store under a name. */
    void start(String device) throws IOException, InterruptedException {
        agent.ensure();
        master.ensure();
        for (Supervised worker : workers) {
            worker.ensure();
        }
        while (agent.word("certificate").isEmpty()) {
            agent.ensure();
            Thread.sleep(100);
        }
        List<String> words = new ArrayList<>(List.of(
                "device",
                "add",
                device,
                "--address",
                HOST + ":" + agentPort,
                "--token",
                agent.word("token").orElseThrow(),
                "--certificate",
                agent.word("certificate").orElseThrow()));
        words.addAll(store.options());
        Path log = folder.resolve("device.log");
        Process adding = falconet.command(AGENT_HEAP, words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (adding.waitFor() != 0) {
            throw new IOException("Expected the agent to be there, found: " + Files.readString(log));
        }
        ensure();
    }

    /** Starts again whatever has ended, until it is closed. */
    void ensure() throws IOException {
        if (closed) {
            return;
        }
        for (Supervised process : Stream.of(List.of(master, agent), workers, drivers)
                .flatMap(List::stream)
                .toList()) {
            process.ensure();
        }
    }

    /** What can be broken here. */
    List<Victim> victims() {
        List<Victim> victims = new ArrayList<>(List.of(Victim.DRIVER, Victim.WORKER, Victim.EXECUTOR, Victim.AGENT));
        if (store.connections().isPresent()) {
            victims.add(Victim.CONNECTION);
        }
        if (disk.isPresent()) {
            victims.add(Victim.DISK);
        }
        return victims;
    }

    /** Breaks one of a kind. False where there is none just now. */
    boolean breakOne(Victim victim, RandomGenerator random) throws IOException {
        return switch (victim) {
            case DRIVER -> kill(drivers.get(random.nextInt(drivers.size())));
            case WORKER -> kill(workers.get(random.nextInt(workers.size())));
            case AGENT -> kill(agent);
            case EXECUTOR -> killExecutor(random);
            case CONNECTION -> store.connections().orElseThrow().cut();
            case DISK -> disk.orElseThrow().fill();
        };
    }

    private static boolean kill(Supervised process) {
        boolean alive = process.alive();
        process.kill();
        return alive;
    }

    private boolean killExecutor(RandomGenerator random) {
        List<ProcessHandle> executors =
                workers.stream().flatMap(worker -> worker.children().stream()).toList();
        return !executors.isEmpty()
                && executors.get(random.nextInt(executors.size())).destroyForcibly();
    }

    /** Makes good what does not mend itself. */
    void mend() throws IOException {
        if (disk.isPresent()) {
            disk.get().free();
        }
    }

    @Override
    public void close() {
        closed = true;
        Stream.of(drivers, workers, List.of(agent, master))
                .flatMap(List::stream)
                .forEach(Supervised::end);
        disk.ifPresent(SmallDisk::close);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }
}
