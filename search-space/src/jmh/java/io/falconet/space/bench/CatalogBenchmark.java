package io.falconet.space.bench;

import io.falconet.space.block.Detector;
import io.falconet.space.graph.Complexity;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a search pays for a candidate before anything is trained: building and counting it, and telling it from others. Each
 * call takes the next of 1,000 random architectures of the catalog.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CatalogBenchmark {
    private static final int ARCHITECTURES = 1_000;
    private static final int CLASSES = 80;

    private final SearchSpace space = SearchSpaces.named("catalog");
    private List<Architecture> architectures;
    private List<Detector> detectors;
    private int next;

    /** Draws the architectures. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        architectures = Stream.generate(() -> space.architecture(space.choices().stream()
                        .mapToInt(choice -> random.nextInt(choice.options().size()))
                        .toArray()))
                .limit(ARCHITECTURES)
                .toList();
        detectors = architectures.stream()
                .map(architecture -> space.detector(architecture, CLASSES))
                .toList();
    }

    /** From decisions to a checked network with its parameters and multiply-accumulates. */
    @Benchmark
    public Complexity buildAndCount() {
        return Complexity.of(
                space.detector(architectures.get(next()), CLASSES).network());
    }

    /** From a network to its identity. */
    @Benchmark
    public String id() {
        return detectors.get(next()).id();
    }

    private int next() {
        next = (next + 1) % ARCHITECTURES;
        return next;
    }
}
