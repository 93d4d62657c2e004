package io.falconet.cluster.cli.bench;

import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.EpochRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.outcome.Pruned;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A search that nobody ran, to be looked at: architectures of a real space, among them the published ones, with figures that
 * follow from what was decided by a formula, and that get better as the search goes on. Some trials fail, some are pruned,
 * some not feasible. Each follows from its number. Networks are not built, so that a hundred thousand take no hours; their
 * sizes are about right, and their ids made up.
 */
final class ExploredTrials {
    private static final String SPACE = "small-objects";
    private static final Fidelity FIDELITY = new Fidelity(3, 0, 16);
    private static final DeviceProfile DEVICE = new DeviceProfile("local", "a processor", "ONNX Runtime 1.28.0", 1);
    private static final List<String> SEEDS = List.of("nanodet-m-0.5x", "nanodet-m");
    private static final Duration PACE = Duration.ofSeconds(20);

    private final SearchSpace space = SearchSpaces.named(SPACE);
    private final Instant start;

    /** A search that began then. */
    ExploredTrials(Instant start) {
        this.start = start;
    }

    /** When the trial of that number ended. */
    Instant end(int number) {
        return start.plus(PACE.multipliedBy(number + 1L));
    }

    /** The file of the study to which they belong. */
    static String study(String name, int trials) {
        return """
                name: %s
                space: %s
                seeds: [%s]
                data: {train: train.json, validation: val.json, images: images}
                objectives: [map50-95, latency, parameters]
                limits: {latency: 60}
                trials: %d
                fidelity: {epochs: 3, images: all, batch: 16}
                seed: 1
                """
                .formatted(name, SPACE, String.join(", ", SEEDS), trials);
    }

    /** The trial of that number; no two have one network. */
    TrialRequest request(int number) {
        return new TrialRequest(
                number, architecture(number), "%08x%08x".formatted(number * 0x9E3779B9, number), FIDELITY, number);
    }

    /** Of some that are drawn, more as the search goes on, the one that does best by what this trial is after. */
    private Architecture architecture(int number) {
        if (number < SEEDS.size()) {
            return space.seeds().get(SEEDS.get(number));
        }
        Random random = new Random(number);
        double weight = random.nextDouble();
        int tries = 1 + (int) (Math.log1p(number / 500.0) / Math.log(2));
        return Stream.generate(() -> space.draw(random))
                .limit(tries)
                .max(Comparator.comparingDouble(each -> {
                    Sketch sketch = Sketch.of(each);
                    return weight * sketch.accuracy() - (1 - weight) * 0.1 * Math.log(sketch.macs());
                }))
                .orElseThrow();
    }

    /** What came of it. */
    Outcome outcome(int number) {
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
                end(number).minus(PACE),
                PACE);
        return switch (number < SEEDS.size() ? 99 : random.nextInt(100)) {
            case 0, 1 -> new Failed("The loss is no number in epoch 2.", "made up\n".repeat(20), provenance);
            case 2 -> new Failed("The executor ran out of memory.", "made up\n".repeat(20), provenance);
            case 3, 4 -> new Infeasible("macs may be at most 4 G, found 4.7 G", provenance);
            case 5, 6 -> new Pruned("worse than the median after 1 epoch", curve(1, random), provenance);
            default -> evaluated(Sketch.of(architecture(number)), random, provenance);
        };
    }

    private static List<EpochRecord> curve(int epochs, Random random) {
        return IntStream.rangeClosed(1, epochs)
                .mapToObj(epoch -> new EpochRecord(epoch, (1 + random.nextDouble()) / epoch, 0.01, 6))
                .toList();
    }

    private static Evaluated evaluated(Sketch sketch, Random random, Provenance provenance) {
        double accuracy = Math.max(0.001, Math.min(0.9, sketch.accuracy() + 0.012 * random.nextGaussian()));
        long parameters = sketch.parameters();
        long nanos = (long) (sketch.macs() / 45 * Math.exp(0.05 * random.nextGaussian()) + 9e5);
        long half = (long) (nanos * (0.004 + 0.01 * random.nextDouble()));
        return new Evaluated(
                new Complexity(parameters, parameters, parameters - 1000, (long) sketch.macs()),
                new Accuracy(accuracy, Math.min(0.98, 1.7 * accuracy), accuracy, 0.6 * accuracy, accuracy, Double.NaN),
                Optional.of(new LatencyReport(DEVICE, 10, 100, nanos, nanos - half, nanos + half, half)),
                curve(FIDELITY.epochs(), random),
                provenance);
    }
}
