package io.falconet.dashboard.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyRunsTest {
    @Test
    void runsComeInRounds() throws IOException {
        LatencyRuns runs = read("{\"batch\":1,\"rounds\":[{\"taken\":0.1,\"nanos\":[5,6]},{\"nanos\":[7]}]}");
        assertThat(runs.rounds()).containsExactly(List.of(5L, 6L), List.of(7L));
        assertThat(runs.count()).isEqualTo(3);
    }

    @Test
    void anotherFileIsRefused() {
        for (String other : List.of("{}", "{\"rounds\":[]}", "[1]", "not json")) {
            assertThatThrownBy(() -> read(other)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void ofManyRunsSomeAreDrawn() {
        assertThat(LatencyChart.step(new LatencyRuns(List.of(Collections.nCopies(2_000, 1L)))))
                .isEqualTo(1);
        assertThat(LatencyChart.step(new LatencyRuns(List.of(Collections.nCopies(2_001, 1L)))))
                .isEqualTo(2);
    }

    private static LatencyRuns read(String text) throws IOException {
        return LatencyRuns.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
