package io.falconet.space.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.study.StudySpec.StrategySpec;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The strategies on a table of real networks. */
class ReplayTest {
    @Test
    void theSurrogateFindsTheBestNetworkInFewTrainings() {
        TableProblem problem = NasBench201.problem("c10_val_acc:max");
        List<Integer> evaluations = LongStream.range(0, 5)
                .mapToObj(seed -> new Replay(problem, new StrategySpec(StrategySpec.SURROGATE, 12), 150, 0).run(seed))
                .map(trace -> trace.evaluationsToBest().orElse(151))
                .sorted()
                .toList();
        assertThat(evaluations.get(2)).as("%s", evaluations).isLessThanOrEqualTo(80);
    }

    @Test
    void everyStrategyBeatsRandomSearchInTwoObjectives() {
        TableProblem problem = NasBench201.problem("c10_test_acc:max:85", "raspi4:min");
        double random = mean(problem, StrategySpec.RANDOM, 40);
        assertThat(mean(problem, StrategySpec.NSGA2, 40)).isGreaterThan(random + 0.005);
        assertThat(mean(problem, StrategySpec.EVOLUTION, 40)).isGreaterThan(random + 0.005);
        assertThat(mean(problem, StrategySpec.SURROGATE, 3)).isGreaterThan(random + 0.015);
    }

    @Test
    void aReplayIsTheSameEachTime() {
        TableProblem problem = NasBench201.problem("c10_test_acc:max:85", "raspi4:min");
        for (String strategy : StrategySpec.NAMES) {
            Replay replay = new Replay(problem, new StrategySpec(strategy, 6), 30, 3);
            assertThat(replay.run(7).points().toArray(double[][]::new))
                    .as(strategy)
                    .isDeepEqualTo(replay.run(7).points().toArray(double[][]::new));
        }
    }

    private static double mean(TableProblem problem, String strategy, int seeds) {
        return LongStream.range(0, seeds)
                .mapToDouble(seed -> new Replay(problem, StrategySpec.usual(strategy), 150, 0)
                        .run(seed)
                        .hypervolumeAt(150))
                .average()
                .orElseThrow();
    }
}
