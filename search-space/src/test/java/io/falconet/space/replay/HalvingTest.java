package io.falconet.space.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.search.strategy.Genome;
import io.falconet.space.search.strategy.Ladder;
import io.falconet.space.search.strategy.Lineage;
import io.falconet.space.search.strategy.Proposal;
import io.falconet.space.search.strategy.Randomness;
import io.falconet.space.search.strategy.Remembered;
import io.falconet.space.search.strategy.SearchStrategy;
import io.falconet.space.study.StudySpec.StrategySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What rungs are worth on a table of real networks, of which no shorter trainings are known: after a quarter of the epochs the
 * accuracy is taken to be off by 0.6 points, after half of them by 0.3 (standard deviations), which is more than good networks
 * differ by.
 */
class HalvingTest {
    private static final int LAG = 8;
    private static final int[] EPOCHS = {2, 4, 8};
    private static final double[] OFF = {0.6, 0.3, 0};

    private final TableProblem problem = NasBench201.problem("c10_val_acc:max:80", "raspi4:min");

    @Test
    void ofAsManyEpochsHalvingMakesMore() {
        for (String strategy : List.of(StrategySpec.RANDOM, StrategySpec.NSGA2)) {
            double full = mean(strategy, Ladder.NONE, 400);
            double halved = mean(strategy, new Ladder(2, 3, 12), 380);
            assertThat(halved).as(strategy).isGreaterThan(full + 0.01);
        }
    }

    private double mean(String strategy, Ladder ladder, int epochs) {
        return LongStream.range(0, 15)
                .mapToDouble(seed -> play(strategy, ladder, epochs, seed))
                .average()
                .orElseThrow();
    }

    /** The share of the table's hypervolume, of the networks trained in full; the final front comes on top of the epochs. */
    private double play(String strategy, Ladder ladder, int epochs, long seed) {
        Randomness randomness = new Randomness(seed);
        Remembered candidates = new Remembered(problem);
        Lineage lineage = new Lineage(
                candidates,
                SearchStrategy.of(StrategySpec.usual(strategy), candidates, randomness),
                randomness,
                List.of(),
                ladder,
                LAG);
        List<Proposal> proposals = new ArrayList<>();
        int told = 0;
        for (int spent = 0; spent < epochs; ) {
            Proposal next = lineage.next().orElseThrow();
            spent += epochs(next, ladder)
                    - next.promoted()
                            .map(number -> epochs(proposals.get(number), ladder))
                            .orElse(0);
            proposals.add(next);
            if (proposals.size() > LAG) {
                tell(lineage, proposals.get(told), told++, ladder);
            }
        }
        do {
            for (; told < proposals.size(); told++) {
                tell(lineage, proposals.get(told), told, ladder);
            }
            proposals.addAll(lineage.finalFront());
        } while (told < proposals.size());
        return problem.hypervolumeShare(proposals.stream()
                .filter(proposal -> proposal.rung() == ladder.top())
                .map(proposal -> problem.point(proposal.candidate().genome()))
                .toList());
    }

    private void tell(Lineage lineage, Proposal proposal, int number, Ladder ladder) {
        Genome genome = proposal.candidate().genome();
        double[] point = problem.point(genome);
        int rung = proposal.rung() + EPOCHS.length - 1 - ladder.top();
        point[0] += OFF[rung] * new SplittableRandom(31L * genome.hashCode() + rung).nextGaussian();
        lineage.told(number, Optional.of(point));
    }

    private static int epochs(Proposal proposal, Ladder ladder) {
        return EPOCHS[proposal.rung() + EPOCHS.length - 1 - ladder.top()];
    }
}
