package io.falconet.dashboard.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.results.TrialState;
import io.falconet.results.Trouble;
import java.util.List;
import org.junit.jupiter.api.Test;

class CauseTest {
    @Test
    void causesThatDifferByTheirNumbersAreOne() {
        List<Cause> causes = Cause.of(List.of(
                failed("The loss became NaN in epoch 2", 1, 4),
                failed("The loss became NaN in epoch 30", 2, 1, 9),
                failed("conv 3x3 of stage3 in mAP50 took 1,234,567.5 ms", 1, 7)));
        assertThat(causes)
                .containsExactly(
                        new Cause(TrialState.FAILED, "The loss became NaN in epoch #", 3, List.of(1, 4, 9)),
                        new Cause(TrialState.FAILED, "conv 3x3 of stage3 in mAP50 took 1,234,567.5 ms", 1, List.of(7)));
    }

    @Test
    void numbersThatArePartsOfNamesTellCausesApart() {
        assertThat(Cause.of(List.of(failed("stage3 broke", 1, 1), failed("stage4 broke", 1, 2))))
                .hasSize(2);
        assertThat(Cause.of(List.of(failed("x is -1.5e3, not 7.", 1, 1), failed("x is 2, not 12,000.", 1, 2))))
                .singleElement()
                .extracting(Cause::words)
                .isEqualTo("x is #, not #.");
    }

    @Test
    void theSameWordsOfAnotherStateAreAnotherCause() {
        assertThat(Cause.of(List.of(
                        failed("no hope", 1, 1), new Trouble(TrialState.PRUNED, "no hope", 5, List.of(2, 3, 4)))))
                .extracting(Cause::state)
                .containsExactly(TrialState.PRUNED, TrialState.FAILED);
    }

    @Test
    void adviceIsGivenWhereTheWordsGiveNone() {
        assertThat(Advice.on(Cause.of(List.of(failed("The loss is no number.", 1, 1)))
                        .get(0)))
                .get()
                .asString()
                .contains("learning rate");
        assertThat(Advice.on(
                        Cause.of(List.of(failed("NaN. Maybe sleep.", 1, 1))).get(0)))
                .isEmpty();
        assertThat(Advice.on(Cause.of(List.of(failed("A riddle.", 1, 1))).get(0)))
                .isEmpty();
    }

    private static Trouble failed(String reason, int count, Integer... first) {
        return new Trouble(TrialState.FAILED, reason, count, List.of(first));
    }
}
