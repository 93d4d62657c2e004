package io.falconet.cluster.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchDevicesCommandTest {
    private static final Path TABLES = Path.of("../../shared/nasbench");

    @TempDir
    private Path folder;

    private Path table;

    /** 243 networks of five genes; the second device is three times as slow, and its memory matters more. */
    @BeforeEach
    void write() throws IOException {
        List<String> rows = new ArrayList<>(List.of("code,fast,slow,bad"));
        for (int i = 0; i < 243; i++) {
            String code = String.format("%5s", Integer.toString(i, 3)).replace(' ', '0');
            double fast = 1;
            double slow = 5;
            for (int gene = 0; gene < 5; gene++) {
                int value = code.charAt(gene) - '0';
                fast += (gene + 1) * value;
                slow += 3 * (gene + 1) * value + value * value;
            }
            rows.add("%s,%s,%s,%d".formatted(code, fast, slow, i - 1));
        }
        table = Files.write(folder.resolve("table.csv"), rows);
    }

    @Test
    void eachDeviceIsLearnedAlone() throws IOException {
        Typed typed = bench("--devices", "fast,slow", "--samples", "100", "--draws", "2", "--format", "json");

        assertThat(typed.code()).isZero();
        assertThat(typed.err()).contains("243 networks of 5 genes, 100 to learn from, drawn 2 times.");
        JsonNode rows = new ObjectMapper().readTree(typed.out());
        assertThat(rows.findValuesAsText("device")).containsExactly("fast", "slow", "mean");
        assertThat(rows.at("/0/within_10").doubleValue()).isEqualTo(100);
        assertThat(rows.at("/1/spearman").doubleValue()).isGreaterThan(0.99);
    }

    @Test
    void aNewDeviceIsLearnedFromAKnownOne() {
        Typed typed = bench("--devices", "slow", "--transfer-from", "fast", "--samples", "100", "--draws", "2");

        assertThat(typed.code()).isZero();
        assertThat(typed.err()).contains("100 to learn each known device from, 10 measured on each new one");
        assertThat(typed.out()).contains("device", "Spearman", "slow").doesNotContain("mean ");
    }

    @Test
    void requestsThatCannotBeMetSayWhatToDo() {
        assertWrong(bench("--devices", "fats", "--samples", "9"), "has no column fats", "Maybe fast is meant.");
        assertWrong(bench("--devices", "fast", "--samples", "243"), "From 2 to 242 networks", "Maybe 121.");
        assertWrong(bench("--devices", "bad", "--samples", "9"), "found -1.0 in row 1 of column bad");
        assertWrong(
                bench("--devices", "fast", "--transfer-from", "fast,slow", "--samples", "9"), "found fast among both");
        assertWrong(bench("--devices", "fast", "--centre", "0"), "found --centre 0.0", "Maybe 10.");
        assertWrong(
                bench("--devices", "fast", "--centre", "10", "--transfer-from", "slow"), "--transfer-from beside it");
    }

    /** The tables' own networks and devices, in few draws. */
    @Test
    void realDevicesAreFoundFromTenMeasurements() throws IOException {
        assumeTrue(Files.isDirectory(TABLES), "real tables are absent");
        Typed typed = Typed.run(
                "bench",
                "devices",
                TABLES.resolve("nasbench201_latency_ms.csv").toString(),
                "--join",
                TABLES.resolve("nasbench201.csv").toString(),
                "--genes",
                "digits:naslib_ops",
                "--transfer-from",
                "1080ti_1,1080ti_32,1080ti_256,silver_4114,silver_4210r,samsung_a50,pixel3,essential_ph_1,samsung_s7",
                "--devices",
                "titan_rtx_256,gold_6226,fpga,pixel2,raspi4,eyeriss",
                "--draws",
                "2",
                "--format",
                "json");

        JsonNode rows = new ObjectMapper().readTree(typed.out());
        assertThat(rows.at("/6/spearman").doubleValue()).isGreaterThan(0.93);
    }

    private Typed bench(String... arguments) {
        List<String> all = new ArrayList<>(List.of("bench", "devices", table.toString(), "--genes", "digits:code"));
        all.addAll(Arrays.asList(arguments));
        return Typed.run(all.toArray(String[]::new));
    }

    private static void assertWrong(Typed typed, String... parts) {
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains(parts).contains("Maybe");
    }
}
