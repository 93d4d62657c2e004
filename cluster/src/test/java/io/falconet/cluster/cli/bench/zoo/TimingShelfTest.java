package io.falconet.cluster.cli.bench.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.cli.bench.zoo.TimingShelf.Again;
import io.falconet.latency.measure.MachineState;
import io.falconet.latency.measure.Measurement;
import io.falconet.latency.measure.Round;
import io.falconet.space.outcome.DeviceProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimingShelfTest {
    private static final byte[] MODEL = {1};

    @TempDir
    private Path folder;

    @BeforeEach
    void measure() throws IOException, InterruptedException {
        shelf("pi:7373-onnxruntime", Again.none).measure(List.of("quiet", "disturbed"), 1, List.of(MODEL, MODEL));
    }

    @Test
    void whatWasMeasuredIsKept() {
        TimingShelf again = shelf("pi:7373-onnxruntime", Again.none);

        assertThat(again.kept("quiet", 1)).contains(measurement(0));
        assertThat(again.kept("disturbed", 1)).isPresent();
        assertThat(again.kept("quiet", 32)).isEmpty();
        assertThat(shelf("local-onnxruntime", Again.none).kept("quiet", 1)).isEmpty();
    }

    @Test
    void onDemandItIsMeasuredAgain() {
        assertThat(shelf("pi:7373-onnxruntime", Again.all).kept("quiet", 1)).isEmpty();
        assertThat(shelf("pi:7373-onnxruntime", Again.disturbed).kept("quiet", 1))
                .isPresent();
        assertThat(shelf("pi:7373-onnxruntime", Again.disturbed).kept("disturbed", 1))
                .isEmpty();
    }

    @Test
    void whatCannotBeReadIsMeasuredAgain() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.writeString(file, "{}");
            }
        }

        assertThat(shelf("pi:7373-onnxruntime", Again.none).kept("quiet", 1)).isEmpty();
    }

    private TimingShelf shelf(String device, Again again) {
        return new TimingShelf(
                folder, (models, threads, batch) -> List.of(measurement(0), measurement(0.5)), 1, device, again);
    }

    /**
     * @param taken share of the time in which others had the core
     */
    private static Measurement measurement(double taken) {
        MachineState state = new MachineState(
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        Round round = new Round(1, 1, 5, Collections.nCopies(20, 2_000_000L), taken, 1_000);
        return new Measurement(
                new DeviceProfile("pi", "Cortex", "ONNX Runtime", 1), 1, state, state, 1_000, List.of(round, round));
    }
}
