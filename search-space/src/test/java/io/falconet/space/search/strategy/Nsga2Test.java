package io.falconet.space.search.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.BuiltCandidates;
import io.falconet.space.search.LaggedSearch;
import io.falconet.space.search.ObjectiveSpace;
import io.falconet.space.search.SearchListener;
import io.falconet.space.search.ToySpace;
import io.falconet.space.search.ToyStudy;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.search.pareto.Hypervolume;
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
    private final Candidates candidates = new BuiltCandidates(space, 2, ToyStudy.of("nsga2", 1, 1, 1));
    private final Nsga2 nsga2 = new Nsga2(candidates, 4, new Randomness(1));

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
            known.add(known(first, Optional.of(new double[] {i, -i})));
            known.add(known(last, Optional.of(new double[] {i + 10, 10 - i})));
            known.add(known(last, Optional.empty()));
        }
        List<Genome> children = nsga2.proposals(new Moment(20, known, List.of()), new SplittableRandom(1))
                .limit(200)
                .map(Suggestion::genome)
                .toList();
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
        Known failed = known(new int[space.choices().size()], Optional.empty());
        assertThat(nsga2.proposals(new Moment(9, List.of(failed, failed), List.of()), new SplittableRandom(1))
                        .limit(3)
                        .map(Suggestion::genome))
                .hasSize(3)
                .first()
                .isEqualTo(new LatinHypercube(space.choices(), 4, new Randomness(1)).sample(9));
    }

    @Property(tries = 50)
    void genotypesDecodeToWhatWasEncoded(@ForAll long seed) {
        Genome genome = new LatinHypercube(space.choices(), 5, new Randomness(seed)).sample(3);
        assertThat(DecisionChromosome.decode(DecisionChromosome.encode(space.choices(), genome)))
                .isEqualTo(genome);
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

    private Known known(int[] options, Optional<double[]> point) {
        return new Known(candidates.of(new Genome(options)), point);
    }

    private static int changes(int[] parent, Genome child) {
        return (int) IntStream.range(0, parent.length)
                .filter(i -> child.option(i) != parent[i])
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
            new LaggedSearch(space, 2, study)
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
