package io.falconet.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.DeviceException;
import io.falconet.evaluator.Evaluation;
import io.falconet.evaluator.EvaluationTask;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.TrainingOrigin;
import io.falconet.latency.agent.AgentAddress;
import io.falconet.latency.agent.RemoteDevice;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.EpochRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.outcome.Pruned;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.StudySpec.DataSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluationCodecTest {
    private static final Provenance PROVENANCE = new Provenance(
            -7L,
            "0.1.0",
            "abc",
            new Fidelity(8, 0, 16),
            Map.of("jdk", "17"),
            Instant.parse("2026-01-02T03:04:05.678901234Z"),
            Duration.ofNanos(1_234_567_890_123L));

    private static List<Outcome> outcomes() {
        Complexity complexity = new Complexity(4, 3, 2, 1);
        Accuracy accuracy = new Accuracy(0.1, 1 / 3.0, 0.0, Double.NaN, 1.0, Double.MIN_VALUE);
        LatencyReport latency = new LatencyReport(
                new DeviceProfile("local", "a cpu", "onnxruntime 1", 1),
                10,
                100,
                500,
                490,
                510,
                3,
                Optional.of("others"));
        return List.of(
                new Evaluated(
                        complexity,
                        accuracy,
                        Optional.of(latency),
                        List.of(new EpochRecord(1, 2.5, 0.01, 3.25)),
                        PROVENANCE),
                new Evaluated(complexity, accuracy, Optional.empty(), List.of(), PROVENANCE),
                new Evaluated(complexity, accuracy, Optional.empty(), List.of(), PROVENANCE)
                        .with(Map.of(Objective.SYNFLOW, 147.32)),
                new Pruned("no hope", List.of(new EpochRecord(1, 2.5, 0.01, 3.25)), PROVENANCE),
                new Infeasible("too large", PROVENANCE),
                new Failed("broke\nhere", "at …", PROVENANCE));
    }

    @Test
    void tasksArriveEqualWhateverTheirData() {
        EvaluationCodec codec = new EvaluationCodec();
        Optional<RemoteDevice> device =
                Optional.of(new RemoteDevice("pi", new AgentAddress("raspberry:7373", "secret", "0".repeat(64))));
        for (DataSpec data : List.of(DataSpec.at("/data"), new DataSpec("/train.json", "/val.json", "/images"))) {
            EvaluationTask task = new EvaluationTask(
                    "toy(width=8)",
                    data,
                    RecipeSpec.parse("short:rate=0.01"),
                    new Fidelity(8, 0, 16),
                    1,
                    true,
                    2,
                    Map.of(Objective.MACS, 1e6),
                    device);
            assertThat(codec.task(codec.bytes(task))).isEqualTo(task);
            assertThat(task.toString()).contains("raspberry:7373").doesNotContain("secret");
        }
    }

    @Test
    void whatATrainingGoesOnFromArrivesByteByByte() {
        EvaluationCodec codec = new EvaluationCodec();
        EvaluationTask first = new EvaluationTask(
                "toy(width=8)",
                DataSpec.at("/data"),
                RecipeSpec.USUAL,
                new Fidelity(2, 100, 8, 2, 0.5),
                1,
                true,
                1,
                Map.of());
        byte[] large = new byte[40_000_000];
        new Random(1).nextBytes(large);
        TrainingOrigin.Learned learned = new TrainingOrigin.Learned(large, new byte[] {-1, 0, 1});
        EvaluationTask from =
                first.from(TrainingOrigin.from(learned).after(new TrainingOrigin.Beginning(large, PROVENANCE)));

        TrainingOrigin arrived = codec.task(codec.bytes(from)).origin();

        assertThat(arrived.start().orElseThrow().weights()).isEqualTo(large);
        assertThat(arrived.start().orElseThrow().configuration()).containsExactly(-1, 0, 1);
        assertThat(arrived.beginning().orElseThrow().checkpoint()).isEqualTo(large);
        assertThat(arrived.beginning().orElseThrow().provenance()).isEqualTo(PROVENANCE);

        EvaluationTask after = first.from(TrainingOrigin.after(first));
        assertThat(codec.task(codec.bytes(after))).isEqualTo(after);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void whatTravelsArrivesEqual(Outcome outcome) {
        EvaluationCodec codec = new EvaluationCodec();

        Evaluation arrived = codec.evaluation(codec.bytes(new Evaluation(outcome, List.of())));

        assertThat(arrived.outcome()).isEqualTo(outcome);
    }

    @Test
    void aDeviceThatDoesNotMeasureIsToldAsSuch() {
        EvaluationCodec codec = new EvaluationCodec();

        byte[] answer = codec.bytes(new DeviceException("Device pi does not measure."));

        assertThatThrownBy(() -> codec.evaluation(answer))
                .isInstanceOf(DeviceException.class)
                .hasMessage("Device pi does not measure.");
    }

    @Test
    void artifactsTravelByteByByte() {
        EvaluationCodec codec = new EvaluationCodec();
        byte[] content = {0, -1, 127, -128, 10};

        Evaluation arrived = codec.evaluation(codec.bytes(
                new Evaluation(outcomes().get(2), List.of(new ProducedArtifact("model.onnx", "onnx", content)))));

        assertThat(arrived.artifacts()).singleElement().satisfies(artifact -> {
            assertThat(artifact.name()).isEqualTo("model.onnx");
            assertThat(artifact.content()).isEqualTo(content);
        });
    }
}
