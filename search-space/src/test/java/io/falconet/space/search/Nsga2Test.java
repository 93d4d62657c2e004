package io.falconet.space.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.SearchStrategy.Known;
import io.falconet.space.space.Architecture;
import io.falconet.space.study.StudySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Nsga2Test {
    private final ToySpace space = new ToySpace();
    private final Nsga2 nsga2 = new Nsga2(space, 4, new Randomness(1));

    @Test
    void beatsRandomSearch() {
        assertThat(median("nsga2")).isGreaterThan(1.02 * median("random"));
    }

    @Test
    void breedsFromTheFrontAndNotFromWhatItDominatesOrWhatFailed() {
        int[] first = new int[space.choices().size()];
        int[] last = space.choices().stream()
                .mapToInt(choice -> choice.options().size() - 1)
                .toArray();
        List<Known> known = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            known.add(new Known(space.architecture(first), Optional.of(new double[] {i, -i})));
            known.add(new Known(space.architecture(last), Optional.of(new double[] {i + 10, 10 - i})));
            known.add(new Known(space.architecture(last), Optional.empty()));
        }
        List<Architecture> children =
                nsga2.proposals(20, known, new SplittableRandom(1)).limit(200).toList();
        assertThat(children)
                .allSatisfy(child -> assertThat(changes(first, child)).isBetween(1, 6));
        double mean = children.stream()
                .mapToInt(child -> changes(first, child))
                .average()
                .orElseThrow();
        assertThat(mean).as("1 on average, at least 1").isBetween(1.2, 1.6);
    }

    @Test
    void withoutTwoEvaluatedParentsChildrenAreLaidOutEvenly() {
        Known failed = new Known(space.architecture(new int[space.choices().size()]), Optional.empty());
        assertThat(nsga2.proposals(9, List.of(failed, failed), new SplittableRandom(1))
                        .limit(3))
                .hasSize(3)
                .first()
                .isEqualTo(new LatinHypercube(space, 4, new Randomness(1)).sample(9));
    }

    @Property(tries = 50)
    void genotypesDecodeToWhatWasEncoded(@ForAll long seed) {
        Architecture architecture = new LatinHypercube(space, 5, new Randomness(seed)).sample(3);
        assertThat(DecisionChromosome.decode(space, DecisionChromosome.encode(space, architecture)))
                .isEqualTo(architecture);
    }

    @Test
    void numbersMostlyMoveToTheirNeighboursAndWordsAnywhere() {
        SplittableRandom random = new SplittableRandom(3);
        DecisionGene width = new DecisionGene(space.choices().get(1), 2);
        int[] counts = new int[6];
        IntStream.range(0, 10_000).forEach(i -> counts[width.mutant(random).allele()]++);
        assertThat(counts[2]).isZero();
        assertThat(counts[1] + counts[3]).isBetween(8_600, 9_000);
        assertThat(counts[1]).isBetween(4_150, 4_650);
        DecisionGene block = new DecisionGene(space.choices().get(0), 0);
        int[] blocks = new int[3];
        IntStream.range(0, 10_000).forEach(i -> blocks[block.mutant(random).allele()]++);
        assertThat(blocks[0]).isZero();
        assertThat(blocks[2]).isBetween(4_800, 5_200);
    }

    private int changes(int[] parent, Architecture child) {
        int[] options = space.options(child);
        return (int) IntStream.range(0, parent.length)
                .filter(i -> options[i] != parent[i])
                .count();
    }

    private double median(String strategy) {
        return LongStream.range(0, 7)
                .mapToDouble(seed -> hypervolume(strategy, seed))
                .sorted()
                .toArray()[3];
    }

    private double hypervolume(String strategy, long seed) {
        StudySpec study = ToyStudy.of(strategy, 200, seed, 8);
        ObjectiveSpace objectives = new ObjectiveSpace(study.objectives());
        List<Outcome> outcomes = new ArrayList<>();
        try {
            new LaggedSearch(space, 2, study, Guide.told(study.objectives()))
                    .run(request -> CompletableFuture.completedFuture(ToyStudy.outcome(request)), new SearchListener() {
                        @Override
                        public void finished(TrialRequest request, Outcome outcome) {
                            outcomes.add(outcome);
                        }
                    });
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        List<double[]> points = outcomes.stream()
                .map(objectives::point)
                .flatMap(Optional::stream)
                .toList();
        return Hypervolume.of(points, new double[] {0, 200_000}) / 200_000;
    }
}
