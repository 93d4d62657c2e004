package io.falconet.space.search.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.space.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What strategies see of a search on rungs; a point tells on which rung it was found. */
class LineageTest {
    private static final int LAG = 4;
    private static final int ENOUGH = 5;

    private final List<Moment> moments = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();

    @BeforeEach
    void playAHundred() {
        Candidates numbers = new Numbers();
        SearchStrategy strategy = (moment, random) -> {
            Set<String> proposed = Set.copyOf(moment.proposed());
            moments.add(new Moment(moment.child(), moment.rung(), moment.known(), moment.pending(), proposed));
            return new RandomSearch(numbers).drawn(random);
        };
        Lineage lineage = new Lineage(
                new Remembered(numbers), strategy, new Randomness(1), List.of(), new Ladder(2, 3, ENOUGH), LAG);
        while (proposals.size() < 100) {
            while (!lineage.nextMayBeBred()) {
                tell(lineage, lineage.size() - LAG - 1);
            }
            proposals.add(lineage.next().orElseThrow());
            if (proposals.size() > LAG) {
                tell(lineage, proposals.size() - LAG - 1);
            }
        }
    }

    private void tell(Lineage lineage, int number) {
        Proposal proposal = proposals.get(number);
        double value = proposal.candidate().genome().option(0) / 2_000.0;
        lineage.told(number, Optional.of(new double[] {proposal.rung() + value}));
    }

    @Test
    void allThatAStrategyComparesWasTrainedEquallyLong() {
        Set<Integer> rungs = new HashSet<>();
        for (Moment moment : moments) {
            rungs.add(moment.rung());
            assertThat(moment.known())
                    .allSatisfy(
                            it -> assertThat((int) it.point().orElseThrow()[0]).isEqualTo(moment.rung()));
            if (moment.rung() > 0) {
                assertThat(moment.known()).hasSizeGreaterThanOrEqualTo(ENOUGH);
            }
        }
        assertThat(rungs).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void childrenAreCountedOnTheirOwn() {
        assertThat(moments)
                .extracting(Moment::child)
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(0, 1, 2);
        assertThat(proposals.stream().filter(it -> it.promoted().isEmpty())).hasSameSizeAs(moments);
    }

    @Test
    void whatIsInFlightOnAnyRungIsPending() {
        assertThat(moments).allSatisfy(moment -> {
            assertThat(moment.pending()).hasSizeLessThanOrEqualTo(LAG);
            assertThat(moment.proposed()).hasSize(moment.child());
            assertThat(moment.proposed())
                    .containsAll(moment.pending().stream().map(Candidate::id).toList());
            assertThat(moment.known()).extracting(Known::candidate).noneMatch(moment.pending()::contains);
        });
    }

    /** Candidates that are numbers, and nothing more. */
    private record Numbers() implements Candidates {
        @Override
        public String name() {
            return "numbers";
        }

        @Override
        public List<Choice> choices() {
            return List.of(new Choice(
                    "number",
                    IntStream.range(0, 1_000).mapToObj(Integer::toString).toList(),
                    false));
        }

        @Override
        public Candidate of(Genome genome) {
            return Candidate.unforeseen(genome, "n" + genome.option(0), 1);
        }

        @Override
        public Genome draw(RandomGenerator random) {
            return new Genome(random.nextInt(1_000));
        }
    }
}
