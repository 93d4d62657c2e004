package io.falconet.cluster.cli.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialState;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final Comparison comparison = new Comparison();

    @Test
    void equalAccuraciesAndOverlappingIntervalsReproduce() {
        comparison.add(stored(outcome(0.25, 1000, "a")), outcome(0.25, 1015, "b"));

        assertThat(comparison.equal()).isTrue();
        assertThat(printed()).contains("reproduced");
    }

    @Test
    void anAccuracyThatDiffersAtAllDoesNot() {
        comparison.add(stored(outcome(0.25, 1000, "a")), outcome(Math.nextUp(0.25), 1000, "a"));

        assertThat(comparison.equal()).isFalse();
        assertThat(printed()).contains("accuracy differs").doesNotContain("measured with");
    }

    @Test
    void anotherBuildIsNamedAsTheLikelyReason() {
        comparison.add(stored(outcome(0.25, 1000, "a")), outcome(0.5, 1000, "b"));

        assertThat(printed()).contains("measured with falconet 1+a, now 1+b");
    }

    @Test
    void latenciesApartDoNotReproduceNorDoFailures() {
        comparison.add(stored(outcome(0.25, 1000, "a")), outcome(0.25, 2000, "a"));
        assertThat(comparison.equal()).isFalse();
        assertThat(printed()).contains("latency differs");

        comparison.add(
                stored(outcome(0.25, 1000, "a")),
                new Failed("broke", "", outcome(0, 1, "a").provenance()));
        assertThat(printed()).contains("failed: broke");
    }

    private String printed() {
        StringWriter text = new StringWriter();
        comparison.print(OutputFormat.text, new PrintWriter(text));
        return text.toString();
    }

    private static TrialRecord stored(Outcome outcome) {
        return new TrialRecord(
                1,
                3,
                "small-objects:input=128",
                "abc",
                outcome.provenance().fidelity(),
                Optional.empty(),
                TrialState.EVALUATED,
                Optional.of(outcome),
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                Optional.empty());
    }

    private static Evaluated outcome(double map, long nanos, String build) {
        return new Evaluated(
                new Complexity(4, 3, 2, 1),
                new Accuracy(map, map, map, map, map, map),
                Optional.of(new LatencyReport(
                        new DeviceProfile("local", "cpu", "none", 1), 1, 9, nanos, nanos - 10, nanos + 10, 1)),
                List.of(),
                new Provenance(
                        1,
                        "1+" + build,
                        "data",
                        new Fidelity(1, 0, 8),
                        Map.of("jdk", "17"),
                        Instant.EPOCH,
                        Duration.ZERO));
    }
}
