package io.falconet.cluster.cli.bench;

import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.EpochRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.search.strategy.Descent;
import io.falconet.space.search.strategy.Origin;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trials that nobody ran, as large as real ones: one of twenty failed, the others have figures, in which what is accurate
 * tends to be large and slow. Each follows from its number.
 */
final class MadeUpTrials {
    private static final String SPACE = "small-objects";
    private static final Fidelity FIDELITY = new Fidelity(3, 0, 16);
    private static final DeviceProfile DEVICE = new DeviceProfile("local", "a processor", "ONNX Runtime 1.28.0", 1);
    private static final int ARCHITECTURES = 500;

    private final List<Architecture> architectures;

    MadeUpTrials() {
        SearchSpace space = SearchSpaces.named(SPACE);
        Random random = new Random(1);
        this.architectures =
                Stream.generate(() -> space.draw(random)).limit(ARCHITECTURES).toList();
    }

    /** The file of the study to which they belong. */
    static String study(String name, int trials) {
        return """
                name: %s
                space: %s
                data: {train: train.json, validation: val.json, images: images}
                objectives: [map50-95, latency, parameters]
                trials: %d
                fidelity: {epochs: 3, images: all, batch: 16}
                seed: 1
                """
                .formatted(name, SPACE, trials);
    }

    /** The trial of that number; no two build one network. */
    TrialRequest request(int number) {
        Random random = new Random(number);
        return new TrialRequest(
                        number,
                        architectures.get(random.nextInt(ARCHITECTURES)),
                        "%08x%08x".formatted(random.nextInt(), number),
                        FIDELITY,
                        number)
                .from(descent(number, random));
    }

    /** Children of two earlier trials, as most are. */
    private static Descent descent(int number, Random random) {
        return number < 2
                ? new Descent(Origin.DRAWN, List.of())
                : new Descent(Origin.CROSSED, List.of(random.nextInt(number), random.nextInt(number)));
    }

    /** What came of it. */
    Outcome outcome(int number, Instant now) {
        Random random = new Random(-number);
        Provenance provenance = new Provenance(
                number,
                "0.1.0",
                "0123456789abcdef0123456789abcdef",
                FIDELITY,
                Map.of(
                        "jdk",
                        "17.0.15",
                        "os",
                        "Linux",
                        "engine",
                        "PyTorch 2.7.1",
                        Provenance.RECIPE,
                        "short (1a2b3c4d)"),
                now,
                Duration.ofSeconds(90));
        return random.nextInt(20) == 0
                ? new Failed("The loss is no number in epoch 2.", "made up\n".repeat(20), provenance)
                : evaluated(random, provenance);
    }

    private static Evaluated evaluated(Random random, Provenance provenance) {
        double size = random.nextDouble();
        long parameters = (long) (2e5 * Math.exp(3 * size + 0.3 * random.nextGaussian()));
        double accuracy = Math.max(0, 0.15 + 0.3 * size + 0.05 * random.nextGaussian());
        long nanos = (long) (5e6 * Math.exp(2 * size + 0.3 * random.nextGaussian()));
        return new Evaluated(
                new Complexity(parameters, parameters, parameters - 1000, 400 * parameters),
                new Accuracy(accuracy, 1.4 * accuracy, accuracy, accuracy / 2, accuracy, Double.NaN),
                Optional.of(new LatencyReport(
                        DEVICE, 10, 100, nanos, nanos - nanos / 100, nanos + nanos / 100, nanos / 200)),
                IntStream.rangeClosed(1, FIDELITY.epochs())
                        .mapToObj(epoch -> new EpochRecord(epoch, random.nextDouble() / epoch, 0.01, 30))
                        .toList(),
                provenance);
    }
}
