package io.falconet.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.Configuration;
import io.falconet.evaluator.export.ConfigurationFormat;
import io.falconet.evaluator.synthetic.SyntheticDataset;
import io.falconet.latency.agent.AgentAddress;
import io.falconet.latency.agent.AgentIdentity;
import io.falconet.latency.agent.AgentServer;
import io.falconet.latency.agent.RemoteDevice;
import io.falconet.latency.measure.LatencyProtocol;
import io.falconet.latency.measure.OnnxSession;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.outcome.Pruned;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchitectureEvaluatorTest {
    private static final String NANODET = "zoo:model=nanodet-m,input=128";

    @TempDir
    static Path folder;

    static StudySpec.DataSpec data;

    private final ArchitectureEvaluator evaluator =
            new ArchitectureEvaluator(1, LatencyProtocol.BRIEF, Duration.ZERO, 50_000_000, Clock.systemUTC());

    @BeforeAll
    static void generateImages() throws IOException {
        SyntheticDataset.Location written = new SyntheticDataset(8, 4, 1).write(folder, done -> {});
        data = new StudySpec.DataSpec(
                written.train().toString(),
                written.validation().toString(),
                written.images().toString());
    }

    private static EvaluationTask task(String architecture, long seed, boolean timed, Map<Objective, Double> limits) {
        return new EvaluationTask(architecture, data, RecipeSpec.USUAL, new Fidelity(2, 0, 4), seed, timed, 1, limits);
    }

    @Test
    void evaluatedCandidateHasAllFiguresAndFiles() {
        Evaluation evaluation = evaluator.evaluate(task(NANODET, 1, true, Map.of(Objective.PARAMETERS, 2e6)));
        assertThat(evaluation.outcome()).isInstanceOf(Evaluated.class);
        Evaluated outcome = (Evaluated) evaluation.outcome();
        assertThat(outcome.curve()).hasSize(2);
        assertThat(outcome.accuracy().map50()).isBetween(0.0, 1.0);
        assertThat(outcome.latency()).isPresent();
        assertThat(outcome.complexity().macs()).isPositive();
        assertThat(outcome.provenance().dataFingerprint()).hasSize(16);
        assertThat(outcome.provenance().versions())
                .containsKeys("djl", "pytorch", "onnxruntime", "recipe", "training threads", "jdk", "os");
        assertThat(outcome.provenance().codeVersion()).matches("\\d+\\.\\d+.*\\+[0-9a-f]{8}");
        assertThat(evaluation.artifacts())
                .extracting(ProducedArtifact::name)
                .containsExactly(
                        "model.onnx", "weights.safetensors", "training.log", "latency.json", "configuration.json");
        assertThat(new String(content(evaluation, "training.log"), StandardCharsets.UTF_8))
                .contains("epoch 2: loss", "waited", "mAP50-95", "latency");
    }

    @Test
    void aCandidateThatTakesLongerThanItsLimitHasFailedAndTheThreadGoesOn() {
        EvaluationTask endless =
                new EvaluationTask(NANODET, data, RecipeSpec.USUAL, new Fidelity(10_000, 0, 4), 1, false, 1, Map.of());
        Evaluation evaluation = evaluator.evaluate(endless, Workplace.here(Optional.of(Duration.ofMillis(1500))));
        assertThat(((Failed) evaluation.outcome()).cause())
                .isEqualTo("It took longer than 1 s, the limit of a trial. Maybe a larger limit, or fewer epochs.");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(evaluator
                        .evaluate(task(NANODET, 1, false, Map.of()), Workplace.here(Optional.of(Duration.ofHours(1))))
                        .outcome())
                .isInstanceOf(Evaluated.class);
    }

    @Test
    void filesBelongTogether() {
        Evaluation evaluation = evaluator.evaluate(task(NANODET, 1, false, Map.of()));
        Configuration configuration =
                new ConfigurationFormat().read(content(evaluation, "configuration.json"), "configuration.json");
        assertThat(configuration.files())
                .extracting(Configuration.ExportedFile::name)
                .containsExactly("model.onnx", "weights.safetensors", "training.log");
        assertThat(configuration.measured().orElseThrow().provenance())
                .isEqualTo(evaluation.outcome().provenance());
        assertThat(configuration.measured().orElseThrow().objectives()).containsKeys("map50-95", "parameters");
        assertThat(Weights.load(content(evaluation, "weights.safetensors")).tensors())
                .isNotEmpty();
        try (OnnxSession model = new OnnxSession(content(evaluation, "model.onnx"), 1)) {
            assertThat(model.properties())
                    .containsEntry("network", configuration.model().networkId())
                    .containsExactlyInAnyOrderEntriesOf(configuration.properties())
                    .containsEntry("provenance.seed", "1")
                    .containsKeys("provenance.data", "provenance.recipe", "provenance.pytorch");
        }
    }

    @Test
    void accuracyAndWeightsReproduceWhateverElseIsEvaluated() throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Evaluation>> running = IntStream.of(1, 2, 1)
                    .mapToObj(seed -> pool.submit(() -> evaluator.evaluate(task(NANODET, seed, false, Map.of()))))
                    .toList();
            Evaluation first = running.get(0).get();
            Evaluation other = running.get(1).get();
            Evaluation again = running.get(2).get();
            assertThat(((Evaluated) again.outcome()).accuracy()).isEqualTo(((Evaluated) first.outcome()).accuracy());
            assertThat(content(again, "weights.safetensors")).isEqualTo(content(first, "weights.safetensors"));
            assertThat(content(other, "weights.safetensors")).isNotEqualTo(content(first, "weights.safetensors"));
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void whatIsPromotedEndsAsIfItHadBeenTrainedAtOnce() {
        Evaluation low = evaluator.evaluate(task(new Fidelity(1, 0, 4, 2, 1)));
        byte[] checkpoint = content(low, "checkpoint.bin");
        Provenance provenance = low.outcome().provenance();
        EvaluationTask whole = task(new Fidelity(2, 0, 4));
        Evaluation once = evaluator.evaluate(whole);

        Evaluation promoted = evaluator.evaluate(
                whole.from(TrainingOrigin.NONE.after(new TrainingOrigin.Beginning(checkpoint, provenance))));

        assertThat(((Evaluated) promoted.outcome()).accuracy()).isEqualTo(((Evaluated) once.outcome()).accuracy());
        for (String file : List.of("weights.safetensors", "model.onnx")) {
            assertThat(content(promoted, file)).isEqualTo(content(once, file)).isNotEqualTo(content(low, file));
        }
        assertThat(promoted.outcome().provenance().versions())
                .isEqualTo(once.outcome().provenance().versions());
        assertThat(log(promoted)).contains("goes on after epoch 1").doesNotContain("epoch 1: loss");
        assertThat(once.artifacts()).extracting(ProducedArtifact::name).doesNotContain("checkpoint.bin");

        Provenance older = new Provenance(
                provenance.seed(),
                "0.0.1",
                provenance.dataFingerprint(),
                provenance.fidelity(),
                provenance.versions(),
                provenance.started(),
                provenance.elapsed());
        Evaluation anew = evaluator.evaluate(
                whole.from(TrainingOrigin.NONE.after(new TrainingOrigin.Beginning(checkpoint, older))));
        assertThat(log(anew)).contains("epoch 1: loss");
    }

    @Test
    void smallerImagesTrainWhatLargerOnesGoOnFrom() {
        EvaluationTask whole = task(new Fidelity(1, 0, 4));
        Evaluated full = (Evaluated) evaluator.evaluate(whole).outcome();

        Evaluation small = evaluator.evaluate(task(new Fidelity(1, 0, 4, 1, 0.5)));

        Evaluated outcome = (Evaluated) small.outcome();
        assertThat(outcome.complexity()).isEqualTo(full.complexity());
        assertThat(outcome.curve().get(0).loss())
                .isNotEqualTo(full.curve().get(0).loss());
        assertThat(log(small)).contains("on images of 64 px");
        byte[] configuration = content(small, "configuration.json");
        assertThat(new ConfigurationFormat()
                        .read(configuration, "configuration.json")
                        .model()
                        .input()
                        .width())
                .isEqualTo(128);

        TrainingOrigin.Learned learned =
                new TrainingOrigin.Learned(content(small, "weights.safetensors"), configuration);
        Evaluation further = evaluator.evaluate(whole.from(TrainingOrigin.from(learned)));

        assertThat(further.outcome().provenance().versions()).containsEntry("start", learned.sha256());
        assertThat(((Evaluated) further.outcome()).curve().get(0).loss())
                .isLessThan(full.curve().get(0).loss());

        Evaluation again = evaluator.evaluate(whole.from(TrainingOrigin.after(task(new Fidelity(1, 0, 4, 1, 0.5)))));
        assertThat(content(again, "weights.safetensors")).isEqualTo(content(further, "weights.safetensors"));
        assertThat(again.outcome().provenance().versions())
                .isEqualTo(further.outcome().provenance().versions());
    }

    private static EvaluationTask task(Fidelity fidelity) {
        return new EvaluationTask(NANODET, data, RecipeSpec.USUAL, fidelity, 1, false, 1, Map.of());
    }

    private static String log(Evaluation evaluation) {
        return new String(content(evaluation, "training.log"), StandardCharsets.UTF_8);
    }

    @Test
    void aTrainingWithoutHopeIsPruned() {
        Evaluation evaluation = evaluator.evaluate(new EvaluationTask(
                NANODET, data, RecipeSpec.parse("short:rate=1"), new Fidelity(8, 0, 4, 9, 1), 1, false, 1, Map.of()));
        assertThat(evaluation.outcome()).isInstanceOf(Pruned.class);
        Pruned pruned = (Pruned) evaluation.outcome();
        assertThat(pruned.reason()).startsWith("The loss is to fall, but after 8 epochs");
        assertThat(pruned.curve()).hasSize(8);
        assertThat(log(evaluation)).contains("epoch 8: loss", pruned.reason());
    }

    @Test
    void brokenLimitIsInfeasibleBeforeAnythingIsTrained() {
        Evaluation evaluation = evaluator.evaluate(
                task(NANODET, 1, true, Map.of(Objective.PARAMETERS, 1000.0, Objective.LATENCY, 0.001)));
        assertThat(evaluation.outcome()).isInstanceOf(Infeasible.class);
        assertThat(((Infeasible) evaluation.outcome()).reason())
                .startsWith("parameters: at most 1,000 allowed, found ");
        assertThat(evaluation.artifacts()).isEmpty();
    }

    @Test
    void aHeadThatNobodyTrainsIsInfeasible() {
        String fcos = SearchSpaces.named("catalog")
                .seeds()
                .get("fcos-shufflenetv2")
                .text()
                .replace("=320", "=128");
        Evaluation evaluation = evaluator.evaluate(task(fcos, 1, true, Map.of()));
        assertThat(evaluation.outcome()).isInstanceOf(Infeasible.class);
        assertThat(((Infeasible) evaluation.outcome()).reason())
                .startsWith("head: ")
                .contains("found FcosFormat", "Maybe");
    }

    @Test
    void brokenCandidateFailsWithItsCause() {
        Evaluation evaluation = evaluator.evaluate(task("nowhere:width=3", 1, true, Map.of()));
        assertThat(evaluation.outcome()).isInstanceOf(Failed.class);
        Failed failed = (Failed) evaluation.outcome();
        assertThat(failed.cause()).contains("nowhere");
        assertThat(failed.log()).contains("architecture nowhere:width=3", "at io.falconet");
        assertThat(evaluation.artifacts()).extracting(ProducedArtifact::name).containsExactly("training.log");
    }

    @Test
    void unusableDataAreNotTheCandidatesFault() {
        StudySpec.DataSpec nothing = new StudySpec.DataSpec(data.train(), folder + "/absent.json", data.images());
        assertThatThrownBy(() -> evaluator.evaluate(new EvaluationTask(
                        NANODET, nothing, RecipeSpec.USUAL, new Fidelity(1, 0, 4), 1, false, 1, Map.of())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("absent.json");
    }

    @Test
    void aCandidateIsTimedOnItsDevice(@TempDir Path home) throws IOException {
        AgentIdentity identity = AgentIdentity.in(home);
        try (AgentServer agent = agent(identity, 50 << 20)) {
            Evaluation evaluation = evaluator.evaluate(on(device(agent, identity)));
            Evaluated outcome = (Evaluated) evaluation.outcome();
            assertThat(outcome.latency().orElseThrow().device().name()).isEqualTo("pi");
            assertThat(outcome.provenance().versions().get("device")).startsWith("pi: ");
            Configuration configuration =
                    new ConfigurationFormat().read(content(evaluation, "configuration.json"), "configuration.json");
            try (OnnxSession model = new OnnxSession(content(evaluation, "model.onnx"), 1)) {
                assertThat(model.properties()).containsExactlyInAnyOrderEntriesOf(configuration.properties());
            }
        }
    }

    @Test
    void aModelThatTheDeviceRefusesFails(@TempDir Path home) throws IOException {
        AgentIdentity identity = AgentIdentity.in(home);
        try (AgentServer agent = agent(identity, 1000)) {
            Failed failed =
                    (Failed) evaluator.evaluate(on(device(agent, identity))).outcome();
            assertThat(failed.cause()).contains("A model of at most 1,000 bytes was expected");
            assertThat(failed.log()).doesNotContain(identity.token());
        }
    }

    @Test
    void aDeviceThatIsLostIsNotTheCandidatesFault(@TempDir Path home) throws IOException {
        AgentIdentity identity = AgentIdentity.in(home);
        AgentServer agent = agent(identity, 50 << 20);
        RemoteDevice lost = device(agent, identity);
        agent.close();
        assertThatThrownBy(() -> evaluator.evaluate(on(lost)))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("Device pi does not measure. An agent was expected at 127.0.0.1:")
                .hasMessageContaining("Maybe start it there");
    }

    private static AgentServer agent(AgentIdentity identity, long longestModel) throws IOException {
        return new AgentServer(
                new InetSocketAddress("127.0.0.1", 0), identity, LatencyProtocol.BRIEF, longestModel, line -> {});
    }

    private static RemoteDevice device(AgentServer agent, AgentIdentity identity) {
        return new RemoteDevice(
                "pi",
                new AgentAddress("127.0.0.1:" + agent.address().getPort(), identity.token(), identity.fingerprint()));
    }

    private static EvaluationTask on(RemoteDevice device) {
        return new EvaluationTask(
                NANODET, data, RecipeSpec.USUAL, new Fidelity(1, 0, 4), 1, true, 1, Map.of(), Optional.of(device));
    }

    @Test
    void differentClassesAreRefused(@TempDir Path other) throws IOException {
        Path renamed = other.resolve("val.json");
        Files.writeString(renamed, Files.readString(Path.of(data.validation())).replace("\"kite\"", "\"glider\""));
        StudySpec.DataSpec mixed = new StudySpec.DataSpec(data.train(), renamed.toString(), data.images());
        assertThatThrownBy(() -> TrialData.read(mixed))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("same classes");
    }

    @Test
    void interruptionIsNoOutcome() {
        EvaluationTask task = task(NANODET, 1, false, Map.of());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> evaluator.evaluate(task)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static byte[] content(Evaluation evaluation, String name) {
        return evaluation.artifacts().stream()
                .filter(artifact -> artifact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .content();
    }
}
