package io.falconet.cluster.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that play searches on tables: {@code bench table} and {@code bench schedule}. */
class BenchTableCommandTest {
    @TempDir
    private Path folder;

    private Path accuracies;
    private Path latencies;

    /** 625 networks of four genes: what is accurate is slow, but for one gene that costs nothing. */
    @BeforeEach
    void write() throws IOException {
        List<String> accuracy = new ArrayList<>(List.of("id,cell,map"));
        List<String> latency = new ArrayList<>(List.of("id,ms"));
        for (int i = 0; i < 625; i++) {
            String cell = String.format("%4s", Integer.toString(i, 5)).replace(' ', '0');
            double map = 0;
            double millis = 1;
            for (int gene = 0; gene < 4; gene++) {
                int value = cell.charAt(gene) - '0';
                map += (gene + 1) * value / 50.0;
                millis += gene == 0 ? 0 : value * value;
            }
            accuracy.add("%d,%s,%s".formatted(i, cell, map));
            latency.add("%d,%s".formatted(i, millis));
        }
        accuracies = Files.write(folder.resolve("accuracies.csv"), accuracy);
        latencies = Files.write(folder.resolve("latencies.csv"), latency);
    }

    @Test
    void saysHowManyNetworksEachStrategyHadToTry() throws IOException {
        Typed typed = table("--objective", "map:max", "--budget", "120", "--seeds", "5", "--format", "json");

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err()).contains("625 networks of 4 genes; 5 searches a strategy, of 120 networks each.");
        JsonNode rows = new ObjectMapper().readTree(typed.out());
        assertThat(rows.findValuesAsText("strategy")).containsExactly("surrogate", "nsga2", "evolution", "random");
        assertThat(rows.at("/0/found").doubleValue()).isEqualTo(100);
        assertThat(rows.at("/0/median_to_best").doubleValue()).isLessThan(40);
        assertThat(rows.at("/0/best_at_100").doubleValue()).isEqualTo(0.8);
        assertThat(rows.at("/3/mean_to_best").doubleValue()).isGreaterThan(60);
    }

    @Test
    void searchesBeginAtTheSeedThatIsAsked() {
        List<String> apart = List.of(one("3"), one("4"));
        assertThat(apart.get(0)).isNotEqualTo(apart.get(1)).isNotEqualTo(one("0"));
        assertThat(one("3")).isEqualTo(apart.get(0));

        Typed refused = table("--objective", "map:max", "--budget", "20", "--seeds", "1", "--first-seed", "-1");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("A seed of 0 or more was expected first, found -1", "Maybe --first-seed");
    }

    /** How good the best of one random search is; its time is another each time. */
    private String one(String seed) {
        Typed typed = table(
                "--objective",
                "map:max",
                "--budget",
                "100",
                "--seeds",
                "1",
                "--first-seed",
                seed,
                "--strategy",
                "random",
                "--format",
                "csv");
        assertThat(typed.code()).as(typed.err()).isZero();
        return typed.out().lines().skip(1).findFirst().orElseThrow().replaceFirst(",[^,]*$", "");
    }

    @Test
    void severalObjectivesOfTwoTablesAreHeldAgainstTheTrueFront() throws IOException {
        Path plot = folder.resolve("plot.html");
        Typed typed = table(
                "--join",
                latencies + ":id",
                "--objective",
                "map:max:0",
                "--objective",
                "ms:min",
                "--budget",
                "100",
                "--seeds",
                "3",
                "--strategy",
                "surrogate,random",
                "--plot",
                plot.toString(),
                "--format",
                "csv");

        assertThat(typed.code()).as(typed.err()).isZero();
        List<String> lines = typed.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo("strategy,hypervolume_at_100,proposal_ms");
        assertThat(share(lines.get(1))).isBetween(share(lines.get(2)), 1.0);
        assertThat(plot)
                .content()
                .startsWith("<!DOCTYPE html>")
                .contains("625 networks, 3 searches a strategy · most map, least ms")
                .contains("Share of the true front")
                .contains("class=\"curve f2\"");
    }

    @Test
    void workersAreHeldAgainstASearchOneAfterTheOther() throws IOException {
        Typed typed = run(
                "schedule",
                "--objective",
                "map:max",
                "--strategy",
                "evolution",
                "--workers",
                "1,8",
                "--budget",
                "300",
                "--seeds",
                "3",
                "--format",
                "json");

        assertThat(typed.code()).as(typed.err()).isZero();
        JsonNode rows = new ObjectMapper().readTree(typed.out());
        assertThat(rows.findValuesAsText("lag")).containsExactly("4", "32");
        assertThat(rows.at("/0/busy").doubleValue()).isEqualTo(100);
        assertThat(rows.at("/1/busy_until_last_start").doubleValue()).isGreaterThan(93);
        assertThat(rows.at("/1/speedup").doubleValue()).isBetween(6.5, 8.0);
        assertThat(rows.at("/0/networks_alone").intValue()).isPositive();
    }

    @Test
    void wrongRequestsSayWhatIsWrong() {
        assertThat(table("--objective", "mpa:max").err())
                .contains("accuracies.csv has no column mpa, found id, cell, map. Maybe map is meant.");
        assertThat(table("--objective", "map").err()).contains("Maybe map:max.");
        assertThat(table("--objective", "map:max", "--strategy", "nsga3").err())
                .contains("There is no strategy named nsga3; known: surrogate, nsga2, evolution, random.")
                .contains("Maybe nsga2.");
        assertThat(table("--objective", "map:max", "--budget", "900").err())
                .contains("a budget of 1 to 625, all networks of the table, were expected, found 30 and 900.");
        assertThat(table("--objective", "ms:min", "--join", latencies + ":cell").err())
                .contains("latencies.csv has no column cell");
        assertThat(run("schedule", "--objective", "map:max", "--workers", "0").err())
                .contains("1 to 1,000 workers");
        assertThat(run("schedule", "--objective", "map:max", "--spread", "0").err())
                .contains("Maybe 10.");
    }

    private static double share(String line) {
        return Double.parseDouble(line.split(",")[1]);
    }

    private Typed table(String... arguments) {
        return run("table", arguments);
    }

    private Typed run(String command, String... arguments) {
        List<String> words =
                new ArrayList<>(List.of("bench", command, accuracies.toString(), "--genes", "digits:cell"));
        words.addAll(List.of(arguments));
        return Typed.run(words.toArray(String[]::new));
    }
}
