package io.falconet.space.bench;

import io.falconet.space.search.pareto.Fronts;
import io.falconet.space.search.pareto.Hypervolume;
import io.falconet.space.search.strategy.Candidate;
import io.falconet.space.search.strategy.Candidates;
import io.falconet.space.search.strategy.Genome;
import io.falconet.space.search.strategy.Known;
import io.falconet.space.search.strategy.Moment;
import io.falconet.space.search.strategy.Randomness;
import io.falconet.space.search.strategy.SearchStrategy;
import io.falconet.space.space.Choice;
import io.falconet.space.study.StudySpec.StrategySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a search of 10,000 outcomes pays for the next child, beyond building networks, and for its front. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SearchBenchmark {
    private static final int OUTCOMES = 10_000;
    private static final int CHOICES = 20;
    private static final int MOMENTS = 10;

    private final Candidates candidates = new Decisions();
    private final List<Known> known = new ArrayList<>();
    private List<double[]> points;
    private List<double[]> front;
    private SearchStrategy strategy;
    /** By turns: models would otherwise be of the same outcomes every time, and what was worked out of them is kept. */
    private final List<Moment> moments = new ArrayList<>();

    private int next;

    @Param({"surrogate", "nsga2", "evolution"})
    private String name;

    /** Draws the outcomes: what is accurate is slow, more or less. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        while (known.size() < OUTCOMES + MOMENTS) {
            Genome genome = candidates.draw(random);
            double size = IntStream.of(genome.options()).average().orElseThrow();
            double[] point = {-size + random.nextGaussian(), size + random.nextGaussian()};
            known.add(new Known(candidates.of(genome), Optional.of(point)));
        }
        points = known.subList(0, OUTCOMES).stream().map(it -> it.point().orElseThrow()).toList();
        front = Fronts.best(points, 1, it -> it);
        strategy = SearchStrategy.of(new StrategySpec(name, 12), candidates, new Randomness(1));
        for (int first = 0; first < MOMENTS; first++) {
            moments.add(new Moment(OUTCOMES, known.subList(first, first + OUTCOMES), List.of()));
        }
        propose();
    }

    /** The next child of two objectives, neither of which is known before it is tried. */
    @Benchmark
    public Genome propose() {
        return strategy.proposals(moments.get(next % MOMENTS), new SplittableRandom(next++))
                .findFirst()
                .orElseThrow()
                .genome();
    }

    /** The front of each of 10,000 points. */
    @Benchmark
    public int[] sort() {
        return Fronts.of(points);
    }

    /** What one more point adds to the front of 10,000. */
    @Benchmark
    public double hypervolumeUpdate() {
        return Hypervolume.gain(front, points.get(next++ % OUTCOMES), new double[] {10, 10});
    }

    /** Decisions that stand for nothing. */
    private static final class Decisions implements Candidates {
        private final List<Choice> choices = Stream.iterate(0, i -> i + 1)
                .limit(CHOICES)
                .map(i -> new Choice("choice" + i, List.of("a", "b", "c", "d")))
                .toList();

        @Override
        public String name() {
            return "decisions";
        }

        @Override
        public List<Choice> choices() {
            return choices;
        }

        @Override
        public Candidate of(Genome genome) {
            return Candidate.unforeseen(genome, genome.toString(), 2);
        }
    }
}
