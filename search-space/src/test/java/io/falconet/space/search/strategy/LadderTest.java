package io.falconet.space.search.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Ladder THREE_RUNGS = new Ladder(2, 3, 4);

    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Known> known = new ArrayList<>();

    @Test
    void nobodyIsPromotedBeforeThereAreAsManyAsOneIsTakenOf() {
        child(0.5);
        child(0.3);
        assertThat(promotion()).isEmpty();
        child(0.4);
        assertThat(promotion()).contains(1);
        promoted(1, 0.2);
        assertThat(promotion()).as("one of three was").isEmpty();
    }

    @Test
    void theHighestRungComesFirst() {
        for (double point : new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}) {
            child(point);
        }
        promoted(0, 0.03);
        promoted(1, 0.01);
        assertThat(promotion()).as("two on the rung above are too few").contains(2);
        promoted(2, 0.02);
        assertThat(promotion()).contains(10);
        promoted(10, 0.001);
        assertThat(promotion()).isEmpty();
    }

    @Test
    void whatFailedIsNeverPromotedButCounts() {
        child(0.5);
        failed();
        failed();
        assertThat(promotion()).contains(0);
        promoted(0, 0.4);
        failed();
        failed();
        failed();
        assertThat(promotion()).as("two of six, and there is one").isEmpty();
    }

    @Test
    void whatIsInFlightIsNotPromotedTwice() {
        child(0.5);
        child(0.3);
        child(0.4);
        proposals.add(Proposal.promoted(proposals.get(1).candidate(), 1, 1));
        assertThat(promotion()).isEmpty();
    }

    @Test
    void ofSeveralObjectivesTheFrontIsPromotedThatDominatesMost() {
        child(0.0, 0.9);
        child(0.2, 0.2);
        child(0.9, 0.0);
        child(0.8, 0.8);
        child(0.9, 0.9);
        child(0.85, 0.85);
        assertThat(promotion()).contains(1);
        promoted(1, 0.1, 0.1);
        assertThat(promotion()).as("equals: the first").contains(0);
    }

    @Property
    void whoIsPromotedIsAmongTheBestPartOfItsRung(
            @ForAll @Size(min = 3, max = 40) List<@DoubleRange(min = 0, max = 1) Double> points) {
        proposals.clear();
        known.clear();
        points.forEach(point -> child(point));
        List<Double> promotedPoints = new ArrayList<>();
        for (Optional<Integer> next = promotion(); next.isPresent(); next = promotion()) {
            promotedPoints.add(points.get(next.get()));
            proposals.add(Proposal.promoted(proposals.get(next.get()).candidate(), 1, next.get()));
        }
        assertThat(promotedPoints)
                .hasSize(points.size() / 3)
                .isSorted()
                .isEqualTo(points.stream().sorted().limit(points.size() / 3).toList());
    }

    @Test
    void strategiesBreedFromTheHighestRungOfWhichEnoughIsKnown() {
        for (int i = 0; i < 12; i++) {
            child(i / 12.0);
        }
        assertThat(THREE_RUNGS.bredFrom(proposals, known)).isZero();
        promoted(0, 0.1);
        promoted(1, 0.1);
        promoted(2, 0.1);
        proposals.add(Proposal.promoted(proposals.get(3).candidate(), 1, 3));
        known.add(new Known(proposals.get(3).candidate(), Optional.empty()));
        assertThat(THREE_RUNGS.bredFrom(proposals, known)).as("three of four").isZero();
        promoted(4, 0.1);
        assertThat(THREE_RUNGS.bredFrom(proposals, known)).isEqualTo(1);
    }

    @Test
    void theFinalFrontIsOfEachCandidatesHighestRung() {
        child(0.5, 0.1);
        child(0.4, 0.4);
        child(0.1, 0.5);
        child(0.6, 0.6);
        promoted(1, 0.05, 0.4);
        assertThat(THREE_RUNGS.unfinishedFront(proposals, known))
                .as("0 was not promoted, 4 is 1 on the next rung and dominates 2")
                .containsExactly(0, 4);
        proposals.add(Proposal.promoted(proposals.get(1).candidate(), 2, 4));
        known.add(new Known(proposals.get(1).candidate(), Optional.empty()));
        assertThat(THREE_RUNGS.unfinishedFront(proposals, known))
                .as("what failed in full stands for nothing")
                .containsExactly(0, 2);
    }

    @Test
    void withoutRungsThereIsNothingToClimb() {
        for (int i = 0; i < 12; i++) {
            child(i);
        }
        assertThat(Ladder.NONE.promotion(proposals, known)).isEmpty();
        assertThat(Ladder.NONE.unfinishedFront(proposals, known)).isEmpty();
        assertThat(Ladder.NONE.bredFrom(proposals, known)).isZero();
    }

    private Optional<Integer> promotion() {
        return THREE_RUNGS.promotion(proposals, known);
    }

    private void child(double... point) {
        tried(0, Optional.of(point));
    }

    private void failed() {
        tried(0, Optional.empty());
    }

    private void tried(int rung, Optional<double[]> point) {
        Candidate candidate = Candidate.unforeseen(new Genome(proposals.size()), "n" + proposals.size(), 1);
        proposals.add(new Proposal(candidate, rung, new Descent(Origin.DRAWN, List.of())));
        known.add(new Known(candidate, point));
    }

    private void promoted(int number, double... point) {
        Proposal lower = proposals.get(number);
        proposals.add(Proposal.promoted(lower.candidate(), lower.rung() + 1, number));
        known.add(new Known(lower.candidate(), Optional.of(point)));
    }
}
