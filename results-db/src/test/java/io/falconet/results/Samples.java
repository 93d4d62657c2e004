package io.falconet.results;

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
import io.falconet.space.search.TrialRequest;
import io.falconet.space.space.Architecture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Outcomes of all kinds, from a seed. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456789Z");
    static final Fidelity FIDELITY = new Fidelity(8, 0, 16);
    static final String RECIPE = "short (1a2b3c4d)";

    private final Random random;

    Samples(long seed) {
        this.random = new Random(seed);
    }

    static TrialRequest request(int number) {
        return request(number, "network-" + number);
    }

    static TrialRequest request(int number, String networkId) {
        return new TrialRequest(
                number, Architecture.parse("tiny:width=" + number + ",neck=pan"), networkId, FIDELITY, 7);
    }

    static Provenance provenance(String data, Fidelity fidelity) {
        return new Provenance(
                7, "0.1.0", data, fidelity, Map.of("jdk", "17", Provenance.RECIPE, RECIPE), NOW, Duration.ofSeconds(3));
    }

    /** An evaluated outcome on a device, or on none. */
    static Evaluated evaluated(String data, Optional<String> device) {
        return new Evaluated(
                new Complexity(1000, 900, 800, 5000),
                new Accuracy(0.25, 0.5, 0.25, Double.NaN, 0.125, 0.75),
                device.map(name -> latency(name, 2_000_000)),
                List.of(new EpochRecord(1, 2.5, 0.01, 1.5), new EpochRecord(2, 1.25, 0.001, 1.5)),
                provenance(data, FIDELITY));
    }

    static LatencyReport latency(String device, long medianNanos) {
        return new LatencyReport(
                new DeviceProfile(device, "a processor", "a runtime 1.0", 1),
                10,
                100,
                medianNanos,
                medianNanos - 1000,
                medianNanos + 1000,
                300,
                Optional.of("others had 40 % of the core"));
    }

    Outcome outcome() {
        return switch (random.nextInt(5)) {
            case 0 -> new Pruned(text(), curve(), provenance());
            case 1 -> new Infeasible(text(), provenance());
            case 2 -> new Failed(text(), text().repeat(random.nextInt(200)), provenance());
            default -> evaluated();
        };
    }

    Evaluated evaluated() {
        Accuracy accuracy = new Accuracy(figure(), figure(), figure(), figure(), figure(), figure());
        Complexity complexity =
                new Complexity(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
        Optional<LatencyReport> latency = random.nextBoolean()
                ? Optional.of(latency(text(), random.nextLong(1000, Long.MAX_VALUE - 1000)))
                : Optional.empty();
        return new Evaluated(complexity, accuracy, latency, curve(), provenance(), scores());
    }

    private Map<Objective, Double> scores() {
        return random.nextBoolean() ? Map.of() : Map.of(Objective.SYNFLOW, number(), Objective.GRAD_NORM, number());
    }

    private List<EpochRecord> curve() {
        List<EpochRecord> curve = new ArrayList<>();
        for (int epoch = 1; epoch <= random.nextInt(6); epoch++) {
            curve.add(new EpochRecord(epoch, number(), number(), number()));
        }
        return curve;
    }

    private Fidelity fidelity() {
        int epochs = 1 + random.nextInt(300);
        return new Fidelity(
                epochs,
                random.nextInt(10_000),
                1 + random.nextInt(64),
                epochs + random.nextInt(3),
                1 - random.nextInt(2) * random.nextDouble());
    }

    private Provenance provenance() {
        return new Provenance(
                random.nextLong(),
                text(),
                text(),
                fidelity(),
                Map.of("jdk", text(), "os", text(), text(), ""),
                Instant.ofEpochSecond(random.nextLong(-9_000_000_000L, 9_000_000_000L), random.nextInt(1_000_000_000)),
                Duration.ofNanos(random.nextLong()));
    }

    private double figure() {
        return random.nextInt(4) == 0 ? Double.NaN : random.nextDouble();
    }

    /** Any double but negative zero: normal, tiny, huge, infinite, not a number. */
    private double number() {
        double number = Double.longBitsToDouble(random.nextLong());
        return switch (random.nextInt(5)) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> Double.MIN_VALUE;
            case 3 -> random.nextGaussian();
            default -> Double.isNaN(number) || number == 0 ? 1e300 : number;
        };
    }

    private String text() {
        String[] words = {
            "", "loss is NaN", "größer als 2,5 M", "'; DROP TABLE study; --", "a\n\tb \"c\" \\", "🦅 {json}"
        };
        return words[random.nextInt(words.length)] + random.nextInt(1000);
    }
}
