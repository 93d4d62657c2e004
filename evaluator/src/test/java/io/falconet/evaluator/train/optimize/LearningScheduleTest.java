package io.falconet.evaluator.train.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.train.optimize.LearningSchedule.Pace;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningScheduleTest {
    private static final LearningSchedule SHORT =
            new LearningSchedule(1e-3, WarmUp.of(0.1), new Fall.Cosine(0.05), Pace.EACH_STEP);

    private static double rate(LearningSchedule schedule, int step, int perEpoch, int all) {
        return schedule.at(step, perEpoch, all, 0.9).rate();
    }

    @Test
    void rateRisesThenFallsToItsShare() {
        assertThat(rate(SHORT, 0, 10, 100)).isCloseTo(1e-4, within(1e-9));
        assertThat(rate(SHORT, 9, 10, 100)).isCloseTo(1e-3, within(1e-9));
        assertThat(rate(SHORT, 10, 10, 100)).isCloseTo(1e-3, within(1e-9));
        assertThat(rate(SHORT, 55, 10, 100)).isCloseTo(1e-3 * 0.525, within(1e-9));
        assertThat(rate(SHORT, 100, 10, 100)).isCloseTo(5e-5, within(1e-9));
        assertThat(SHORT.at(3, 10, 100, 0.9).biasRate()).isEqualTo(rate(SHORT, 3, 10, 100));
    }

    @Test
    void oneStepIsEnough() {
        assertThat(rate(SHORT, 0, 1, 1)).isPositive();
    }

    @Test
    void biasesSettleFirstInYolosWarmUp() {
        WarmUp warmUp = new WarmUp(0, 3, 100, 0, 10, 0.8 / 0.937);
        LearningSchedule schedule = new LearningSchedule(0.01, warmUp, new Fall.Linear(0.01), Pace.EACH_EPOCH);
        StepSize early = schedule.at(0, 50, 15_000, 0.937);
        assertThat(early.rate()).isCloseTo(0.01 / 150, within(1e-9));
        assertThat(early.biasRate()).isCloseTo(0.1 - 0.09 / 150, within(1e-9));
        assertThat(early.momentum()).isCloseTo(0.8 + 0.137 / 150, within(1e-9));
        StepSize late = schedule.at(14_999, 50, 15_000, 0.937);
        assertThat(late.rate()).isCloseTo(0.01 * (0.99 / 300 + 0.01), within(1e-9));
        assertThat(late.biasRate()).isEqualTo(late.rate());
        assertThat(late.momentum()).isEqualTo(0.937);
    }

    @Test
    void stepsFallAtTheirPoints() {
        Fall fall = new Fall.Steps(List.of(0.5, 0.75), 0.1);
        assertThat(fall.share(0.49)).isEqualTo(1);
        assertThat(fall.share(0.5)).isCloseTo(0.1, within(1e-12));
        assertThat(fall.share(0.8)).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void countedWarmUpTakesNoMoreThanAThirdOfAShortTraining() {
        WarmUp warmUp = new WarmUp(0, 0, 300, 0.1, 0.1, 1);
        assertThat(warmUp.length(10, 300)).isEqualTo(102);
        assertThat(warmUp.length(10, 3000)).isEqualTo(300);
    }

    @Test
    void impossibleSchedulesAreRefused() {
        assertThatThrownBy(() -> new LearningSchedule(0, WarmUp.of(0), new Fall.Linear(1), Pace.EACH_STEP))
                .hasMessageContaining("learning rate over 0");
    }
}
