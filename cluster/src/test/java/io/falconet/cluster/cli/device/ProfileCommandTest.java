package io.falconet.cluster.cli.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import io.falconet.latency.measure.InferenceRuntime;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {
    @TempDir
    private Path folder;

    @Test
    void tellsHowFastAModelIsTrained() {
        Typed typed = Typed.run(
                "profile",
                "nanodet-m",
                "--training",
                "--input",
                "64",
                "--batch",
                "2",
                "--steps",
                "12",
                "--format",
                "csv");
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out().lines().skip(1)).singleElement().asString().startsWith("nanodet-m,64x64,2,");
    }

    @Test
    void modelsAreTimedSideBySideAndAllRunsKept() throws IOException {
        Typed typed = Typed.run(
                "profile",
                "zoo:model=nanodet-m,input=64",
                "zoo:model=yolov5n,input=64",
                "--batch-sizes",
                "1,4",
                "--samples",
                folder.toString(),
                "--format",
                "json");

        assertThat(typed.code()).isZero();
        assertThat(typed.err()).contains("ONNX Runtime", "1 thread", "on cores");
        JsonNode rows = new ObjectMapper().readTree(typed.out());
        assertThat(rows.findValuesAsText("batch")).containsExactly("1", "1", "4", "4");
        assertThat(rows.at("/2/latency_ms").doubleValue())
                .isGreaterThan(2 * rows.at("/0/latency_ms").doubleValue());
        assertThat(rows.at("/0/p99_ms").doubleValue())
                .isGreaterThanOrEqualTo(rows.at("/0/min_ms").doubleValue());
        try (Stream<Path> kept = Files.list(folder)) {
            List<Path> files = kept.sorted().toList();
            assertThat(files).hasSize(4);
            JsonNode samples = new ObjectMapper().readTree(files.get(0).toFile());
            assertThat(samples.at("/rounds/0/nanos")).hasSizeGreaterThanOrEqualTo(5);
            assertThat(samples.at("/before/cores").asText()).isNotEmpty();
        }
    }

    @Test
    void whatCannotBeTimedIsSaidBeforeAnythingIs() {
        Typed none = Typed.run("profile", "nanodet-m", "--batch-sizes", "0");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("At least 1 thread and 1 image at a time", "Maybe");
        Typed several = Typed.run("profile", "nanodet-m", "yolov5n", "--training");
        assertThat(several.code()).isEqualTo(2);
        assertThat(several.err()).contains("one model was expected, found nanodet-m, yolov5n");
    }

    @Test
    void anAgentThatIsNotThereIsSaidAtOnce() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String address = "127.0.0.1:" + port;
        Typed nobody =
                Typed.run("profile", "nanodet-m", "--device", address, "--token", "t", "--certificate", "0".repeat(64));
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err()).contains("An agent was expected at " + address, "falconet agent --listen");
        Typed bare = Typed.run("profile", "nanodet-m", "--device", address);
        assertThat(bare.code()).isEqualTo(2);
        assertThat(bare.err()).contains("found no token", "Maybe copy what falconet agent says");
        Typed lost = Typed.run("profile", "nanodet-m", "--token", "t");
        assertThat(lost.code()).isEqualTo(2);
        assertThat(lost.err()).contains("found no agent", "Maybe add --device HOST:PORT");
    }

    @Test
    void aRuntimeThatCannotRunHereIsSaidBeforeAnythingIsTimed() {
        Typed unknown = Typed.run("profile", "nanodet-m", "--runtime", "cudo");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("A runtime of onnxruntime, opencv, cuda was expected", "Maybe cuda");
        Typed elsewhere = Typed.run("profile", "nanodet-m", "--runtime", "cuda", "--device", "127.0.0.1:1");
        assertThat(elsewhere.code()).isEqualTo(2);
        assertThat(elsewhere.err()).contains("chosen where its agent is started", "falconet agent --runtime cuda");
        String data = folder.resolve("data").toString();
        Typed predicted = Typed.run("profile", "nanodet-m", "--runtime", "cuda", "--predicted", "--data-dir", data);
        assertThat(predicted.code()).isEqualTo(2);
        assertThat(predicted.err()).contains("found --runtime cuda", "Maybe register this machine with it");
        assumeFalse(cudaRuns(), "skipped: CUDA runs on this machine");
        Path agent = folder.resolve("agent");
        for (String[] words : List.of(
                new String[] {"profile", "nanodet-m", "--runtime", "cuda"},
                new String[] {"agent", "--runtime", "cuda", "--home", agent.toString()})) {
            Typed refused = Typed.run(words);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).containsPattern("expected.*found.*Maybe").doesNotContain("token");
        }
        assertThat(agent).doesNotExist();
    }

    private static boolean cudaRuns() {
        try {
            InferenceRuntime.CUDA.check();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void otherProcessesNeedTheLauncher() {
        Typed none = Typed.run("bench", "latency", "--networks", "0");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("At least 1 network was expected, found 0", "Maybe 20");
        Typed unlaunched = Typed.run("bench", "latency", "--networks", "1");
        assertThat(unlaunched.code()).isEqualTo(2);
        assertThat(unlaunched.err()).contains("Maybe type ./falconet bench latency");
    }

    @Test
    void networksThatDetectNothingAreNotTrained() {
        Typed typed = Typed.run("profile", "dla34", "--training");
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("A detector was expected, found dla34", "Maybe");
    }
}
