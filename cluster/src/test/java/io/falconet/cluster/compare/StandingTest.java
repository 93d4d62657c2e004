package io.falconet.cluster.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Shape;
import io.falconet.space.outcome.Accuracy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StandingTest {
    @Test
    void aDetectorThatAnotherBeatsInBothIsBehind() {
        assertThat(Standing.of(List.of(result(0.5, 10, 9, 11), result(0.4, 20, 19, 21)), 1))
                .containsExactly(Standing.FRONT, Standing.BEHIND);
    }

    @Test
    void moreAccurateOrFasterIsOnTheFront() {
        assertThat(Standing.of(List.of(result(0.5, 20, 19, 21), result(0.4, 10, 9, 11)), 1))
                .containsExactly(Standing.FRONT, Standing.FRONT);
    }

    @Test
    void whereIntervalsOverlapItIsATie() {
        // the second is faster by its median, but that may be chance; then the first beats it
        assertThat(Standing.of(List.of(result(0.5, 10, 9, 11), result(0.4, 9.5, 8.5, 10.5)), 1))
                .containsExactly(Standing.FRONT, Standing.TIE);
        assertThat(Standing.of(List.of(result(0.5, 10, 9, 11), result(0.4, 10.5, 9.5, 11.5)), 1))
                .containsExactly(Standing.FRONT, Standing.TIE);
    }

    @Test
    void whatIsNotTrainedOrNotTimedStandsNowhere() {
        assertThat(Standing.of(
                        List.of(
                                result(Double.NaN, 1, 1, 1),
                                new Result(
                                        contender("untimed"),
                                        Optional.of(accuracy(0.9)),
                                        "",
                                        Optional.empty(),
                                        OptionalLong.empty(),
                                        List.of()),
                                result(0.5, 10, 9, 11)),
                        1))
                .containsExactly(Standing.UNKNOWN, Standing.UNKNOWN, Standing.FRONT);
    }

    @Test
    void theLineOfMediansRunsFromTheFastest() {
        Result slow = result(0.6, 30, 29, 31);
        Result fast = result(0.3, 10, 9, 11);
        Result beaten = result(0.2, 15, 14, 16);

        assertThat(Standing.byMedians(List.of(slow, beaten, fast), 1)).containsExactly(fast, slow);
    }

    @Test
    void stagesAddUpToOneTiming() {
        Timing first = new Timing(32, 3, 2, 4, Optional.empty());
        Timing second = new Timing(1, 1, 0.5, 1.5, Optional.of("others had the core"));

        assertThat(first.plus(second)).isEqualTo(new Timing(32, 4, 2.5, 5.5, Optional.of("others had the core")));
        assertThat(first.plus(second).imagesPerSecond()).isEqualTo(250);
    }

    private static Result result(double map, double median, double low, double high) {
        return new Result(
                contender(map + "/" + median),
                Optional.of(accuracy(map)),
                "1 epoch",
                Optional.empty(),
                OptionalLong.of(1),
                List.of(new Timing(1, median, low, high, Optional.empty())));
    }

    private static Accuracy accuracy(double map) {
        return new Accuracy(map, map, map, map, map, map);
    }

    private static Contender contender(String name) {
        return new Contender(
                name,
                "family",
                false,
                List.of(),
                Shape.image(320, 320),
                name,
                new Complexity(1, 1, 1, 1),
                Optional.empty());
    }
}
