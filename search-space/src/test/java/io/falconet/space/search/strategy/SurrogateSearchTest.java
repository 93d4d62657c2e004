package io.falconet.space.search.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.search.BuiltCandidates;
import io.falconet.space.search.ToySpace;
import io.falconet.space.search.ToyStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accuracy is modelled, parameters are known of any network before it is trained. */
class SurrogateSearchTest {
    private final Candidates candidates =
            new Remembered(new BuiltCandidates(new ToySpace(), 2, ToyStudy.of("surrogate", 1, 1, 1)));
    private final List<Known> known = new ArrayList<>();
    private SearchStrategy strategy;

    @BeforeEach
    void thirtyNetworksOfWhichTheWideOnesAreAccurate() {
        strategy = new SurrogateSearch(candidates, 12, new Randomness(1));
        RandomGenerator random = new SplittableRandom(1);
        while (known.size() < 30) {
            Candidate candidate = candidates.of(candidates.draw(random));
            known.add(new Known(candidate, Optional.of(point(candidate))));
        }
    }

    @Test
    void proposesWhatItHasReasonToExpectOnTheFront() {
        Candidate child = child(known, List.of());
        assertThat(known.stream().map(Known::candidate).map(Candidate::id)).doesNotContain(child.id());
        long better = known.stream()
                .filter(it -> it.point().orElseThrow()[0] <= point(child)[0]
                        && it.point().orElseThrow()[1] <= point(child)[1])
                .count();
        assertThat(better).as("known networks that dominate it").isZero();
    }

    @Test
    void whatIsInFlightIsNotProposedAgain() {
        Candidate first = child(known, List.of());
        Candidate second = child(known, List.of(first));
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void failuresAreLearnedFromAndDoNotStopIt() {
        List<Known> some = new ArrayList<>(known);
        for (int i = 0; i < 20; i++) {
            some.set(i, new Known(known.get(i).candidate(), Optional.empty()));
        }
        assertThat(child(some, List.of()).objection()).isEmpty();
        List<Known> none = known.stream()
                .map(it -> new Known(it.candidate(), Optional.<double[]>empty()))
                .toList();
        assertThat(child(none, List.of()).genome())
                .as("laid out evenly")
                .isEqualTo(new LatinHypercube(candidates.choices(), 12, new Randomness(1)).sample(30));
    }

    @Test
    void itsProposalsFollowFromItsArgumentsAlone() {
        Candidate child = child(known, List.of());
        strategy = new SurrogateSearch(candidates, 12, new Randomness(1));
        assertThat(child(known, List.of())).isEqualTo(child);
    }

    private Candidate child(List<Known> outcomes, List<Candidate> pending) {
        return candidates.of(strategy.proposals(new Moment(30, outcomes, pending), new SplittableRandom(4))
                .findFirst()
                .orElseThrow()
                .genome());
    }

    private static double[] point(Candidate candidate) {
        double widths = candidate.genome().option(1)
                + candidate.genome().option(5)
                + candidate.genome().option(9);
        return new double[] {-widths / 20, candidate.foreseen()[1]};
    }
}
