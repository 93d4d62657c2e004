package io.falconet.cluster.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Spark's own master or worker, to be started in a JVM of its own. The executors that a worker starts find there the
 * libraries that Falconet needs; Falconet's own code comes with each search.
 *
 * @see <a href="https://spark.apache.org/docs/latest/spark-standalone.html">Spark Standalone Mode</a>
 */
public final class SparkDaemon {
    /** The variable by which executors know where their machine keeps data. */
    static final String DATA_FOLDER = "FALCONET_DATA_FOLDER";

    private static final String MASTER = "org.apache.spark.deploy.master.Master";
    private static final String WORKER = "org.apache.spark.deploy.worker.Worker";
    private static final String HEAP = "-Xmx512m";
    /** Executors of one search may be lost as often as they like: the search goes on as long as one is left. */
    private static final String LOST_EXECUTORS = "-1";

    private final List<String> settings = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final String program;
    private final String host;
    private final Path folder;
    private Optional<String> secret = Optional.empty();

    private SparkDaemon(String program, String host, Path folder) {
        this.program = program;
        this.host = host;
        this.folder = folder;
        set("spark.authenticate", "false");
    }

    /**
     * A master: workers and searches come to it.
     *
     * @param host by which they know it
     * @param page port of its web page
     * @param folder in which it keeps whom it knows, for when it is started again
     */
    public static SparkDaemon master(String host, int port, int page, Path folder) {
        SparkDaemon master = new SparkDaemon(MASTER, host, folder);
        master.set("spark.deploy.maxExecutorRetries", LOST_EXECUTORS);
        master.set("spark.deploy.recoveryMode", "FILESYSTEM");
        master.set(
                "spark.deploy.recoveryDirectory",
                folder.resolve("known").toAbsolutePath().toString());
        master.give("--host", host, "--port", "" + port, "--webui-port", "" + page);
        return master;
    }

    /**
     * A worker: it starts executors when a search asks for them.
     *
     * @param master its address, {@code spark://HOST:PORT}
     * @param host by which the master and searches know it
     * @param cores evaluations at a time
     * @param memory of all its executors, as Spark writes it: {@code 6g}
     * @param gpus their addresses, of which each executor gets some for itself
     * @param folder of its executors' logs
     */
    public static SparkDaemon worker(
            String master, String host, int cores, String memory, List<String> gpus, Path folder) throws IOException {
        SparkDaemon worker = new SparkDaemon(WORKER, host, folder);
        worker.set("spark.worker.cleanup.enabled", "true");
        if (!gpus.isEmpty()) {
            worker.set("spark.worker.resource.gpu.amount", "" + gpus.size());
            worker.set("spark.worker.resourcesFile", resources(gpus, folder).toString());
        }
        worker.give("--host", host, "--webui-port", "0", "--cores", "" + cores, "--memory", memory);
        worker.give("--work-dir", folder.resolve("work").toString(), master);
        return worker;
    }

    /** Lets nobody in who does not know the secret, and encrypts what is said. */
    public SparkDaemon guarded(Optional<Path> file) {
        file.ifPresent(known -> SparkSettings.guarded().forEach(this::set));
        secret = file.map(SparkSettings::secret);
        return this;
    }

    /** What starts it. It says on its standard error what it does. */
    public ProcessBuilder process() throws IOException {
        List<String> line = new ArrayList<>(OwnJvm.command());
        line.add(HEAP);
        line.addAll(settings);
        line.add(program);
        line.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(line).redirectInput(new File("/dev/null"));
        process.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        process.environment().put("SPARK_HOME", home().toString());
        process.environment().put("SPARK_SCALA_VERSION", "2.13");
        process.environment().put("SPARK_DIST_CLASSPATH", libraries());
        process.environment().put("SPARK_LOCAL_IP", host);
        secret.ifPresent(known -> process.environment().put("_SPARK_AUTH_SECRET", known)); // no command line shows it
        process.environment()
                .put(DATA_FOLDER, folder.resolve("data").toAbsolutePath().toString());
        return process;
    }

    /** Spark looks for its libraries in a folder. Here they are on the class path, and the folder is empty. */
    private Path home() throws IOException {
        Path home = folder.resolve("spark").toAbsolutePath();
        Files.createDirectories(home.resolve("jars"));
        return home;
    }

    /** The class path without Falconet's own code. */
    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !OwnCode.is(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path resources(List<String> gpus, Path folder) throws IOException {
        String addresses = gpus.stream().map(gpu -> '"' + gpu + '"').collect(Collectors.joining(", "));
        Path file = Files.createDirectories(folder.toAbsolutePath()).resolve("gpus.json");
        return Files.writeString(
                file,
                """
                [{"id": {"componentName": "spark.worker", "resourceName": "gpu"}, "addresses": [%s]}]
                """
                        .formatted(addresses));
    }

    private void set(String setting, String value) {
        settings.removeIf(before -> before.startsWith("-D" + setting + "="));
        settings.add("-D" + setting + "=" + value);
    }

    private void give(String... words) {
        Stream.of(words).forEach(arguments::add);
    }
}
