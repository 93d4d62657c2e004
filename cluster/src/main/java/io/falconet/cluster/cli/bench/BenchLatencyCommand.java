package io.falconet.cluster.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.device.DrawnNetworksOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.driver.RequestException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds out how well latencies repeat on this machine, and whether their intervals say so. */
@Command(
        name = "latency",
        description = {
            "Measure random networks in two processes, one after the other, and compare.",
            "With --load, all cores are kept busy for the middle third of the second one."
        })
final class BenchLatencyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--networks", defaultValue = "20", description = "How many (default: ${DEFAULT-VALUE}).")
    private int networks;

    @Mixin
    private DrawnNetworksOptions drawn;

    @Option(names = "--load", description = "Disturb the second process.")
    private boolean load;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = Console.of(command);
        if (networks < 1) {
            throw new RequestException("At least 1 network was expected, found " + networks + ".", "20.");
        }
        List<String> architectures = drawn.networks().next(networks).stream()
                .map(network -> network.architecture().text())
                .toList();
        long start = System.nanoTime();
        JsonNode first = measure(architectures, 0);
        long took = System.nanoTime() - start;
        console.say("%d networks of %s measured in %.0f s; once more.", networks, drawn.space(), took / 1e9);
        JsonNode second = measure(architectures, load ? took : 0);
        print(first, second, console);
        return 0;
    }

    /**
     * Measures in a process of its own.
     *
     * @param disturbed the nanoseconds of which the middle third is disturbed; 0 for a quiet measurement
     */
    private JsonNode measure(List<String> architectures, long disturbed) throws IOException, InterruptedException {
        String launcher = System.getProperty("falconet.launcher");
        if (launcher == null) {
            throw new RequestException(
                    "Other processes are started by the launcher, found no launcher.",
                    "type ./falconet bench latency.");
        }
        List<String> words = new ArrayList<>(List.of(launcher, "profile"));
        words.addAll(architectures);
        words.addAll(List.of("--threads", String.valueOf(drawn.threads()), "--format", "json"));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (disturbed > 0) {
            Thread disturber = new Thread(() -> disturb(process, disturbed / 3), "disturber");
            disturber.start();
        }
        JsonNode rows = new ObjectMapper().readTree(process.getInputStream());
        if (process.waitFor() != 0) {
            throw new IOException("The process that measures ended with code " + process.exitValue()
                    + ". Maybe falconet profile says why.");
        }
        return rows;
    }

    private static void disturb(Process process, long third) {
        try {
            if (!process.waitFor(third, TimeUnit.NANOSECONDS)) {
                BusyCores load = new BusyCores();
                try {
                    process.waitFor(third, TimeUnit.NANOSECONDS);
                } finally {
                    load.end();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(JsonNode first, JsonNode second, Console console) {
        Listing listing = new Listing(
                Column.of("network", "network"),
                new Column("first_ms", "first ms", "%.3f"),
                new Column("second_ms", "second ms", "%.3f"),
                new Column("difference", "difference %", "%.2f"),
                Column.of("covered", "in the first's interval"),
                Column.of("rounds", "rounds"),
                Column.of("disturbed_rounds", "disturbed"),
                Column.of("disturbance", "marked"));
        double[] differences = new double[networks];
        int covered = 0;
        Iterator<JsonNode> again = second.iterator();
        int row = 0;
        for (JsonNode before : first) {
            JsonNode after = again.next();
            double one = before.get("latency_ms").doubleValue();
            double two = after.get("latency_ms").doubleValue();
            boolean within = before.get("latency_low_ms").doubleValue() <= two
                    && two <= before.get("latency_high_ms").doubleValue();
            covered += within ? 1 : 0;
            differences[row] = Math.abs(two / one - 1);
            listing.row(
                    ++row,
                    one,
                    two,
                    100 * (two / one - 1),
                    within ? "yes" : "no",
                    after.get("rounds").intValue(),
                    after.get("disturbed_rounds").intValue(),
                    after.get("disturbance").isNull()
                            ? null
                            : after.get("disturbance").asText());
        }
        listing.print(format, console.out());
        double[] sorted = DoubleStream.of(differences).sorted().toArray();
        console.say(
                "Median difference %.2f %%; the first's interval covers the second's median in %d of %d.",
                100 * (sorted[(networks - 1) / 2] + sorted[networks / 2]) / 2, covered, networks);
    }
}
