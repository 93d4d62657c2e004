package io.falconet.dashboard.study.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.dashboard.StudyFixture;
import io.falconet.results.ResultsDb;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialState;
import io.falconet.space.outcome.Objective;
import io.falconet.space.space.Architecture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Filters, orders, samples, and the addresses that say them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrialFilterTest {
    private ResultsDb db;
    private Board board;

    @BeforeAll
    void store(@TempDir Path folder) {
        db = ResultsDb.openFolder(folder);
        board = Board.read(db, new StudyFixture(db, "demo", Instant.parse("2026-01-01T00:00:00Z")).finished());
    }

    @AfterAll
    void close() {
        db.close();
    }

    @Test
    void eachPartOfAFilterLeavesWhatKeepsToIt() {
        assertThat(TrialFilter.ALL.numbers(board)).hasSize(StudyFixture.TRIALS);
        assertThat(TrialFilter.ALL
                        .withStates(Set.of(TrialState.FAILED, TrialState.INFEASIBLE))
                        .numbers(board))
                .containsExactly(11, 17);
        assertThat(TrialFilter.ALL.withFront(true).numbers(board))
                .containsExactly(board.growth().front());
        Range fast = new Range(0, 6);
        assertThat(Arrays.stream(TrialFilter.ALL
                                .with(Objective.LATENCY, Optional.of(fast))
                                .numbers(board))
                        .boxed())
                .isNotEmpty()
                .allMatch(number -> board.trials().value(Objective.LATENCY, number) <= 6)
                .doesNotContain(11, 17);
        int[] slim = TrialFilter.ALL.with("neck", Set.of("slim")).numbers(board);
        assertThat(slim).isNotEmpty();
        for (TrialRecord trial : db.trials().list(board.study().id())) {
            boolean taken =
                    Architecture.parse(trial.architecture()).decision("neck").equals("slim");
            assertThat(IntStream.of(slim).anyMatch(number -> number == trial.number()))
                    .isEqualTo(taken);
        }
        assertThat(TrialFilter.ALL.with("no such decision", Set.of("any")).numbers(board))
                .isEmpty();
        assertThat(TrialFilter.ALL.with("neck", Set.of("slim")).with("neck", Set.of()))
                .isEqualTo(TrialFilter.ALL);
    }

    @Test
    void whatLacksAFigureComesLastEitherWay() {
        int[] all = TrialFilter.ALL.numbers(board);
        int[] falling = new Sort("latency", true).of(all, board);
        int[] rising = new Sort("latency", false).of(all, board);
        assertThat(Arrays.copyOfRange(falling, all.length - 2, all.length)).containsExactly(11, 17);
        assertThat(Arrays.copyOfRange(rising, all.length - 2, all.length)).containsExactly(11, 17);
        assertThat(rising[0]).isEqualTo(falling[all.length - 3]);
        assertThat(new Sort(Sort.FRONT, false).of(all, board))
                .startsWith(board.growth().front());
        assertThat(new Sort(Sort.TRIAL, true).of(all, board)).startsWith(StudyFixture.TRIALS - 1);
    }

    @Test
    void anAddressSaysTheSameScreen() {
        TrialFilter filter = TrialFilter.ALL
                .withStates(Set.of(TrialState.EVALUATED, TrialState.PRUNED))
                .withFront(true)
                .with(Objective.LATENCY, Optional.of(new Range(2.5, Double.POSITIVE_INFINITY)))
                .with(Objective.MACS, Optional.of(new Range(1e6, 2.5e9)))
                .with("stage1.block", Set.of("ghost", "a,b=c&d"));
        Screen screen = Screen.USUAL
                .with(Objective.PARAMETERS, Objective.MAP50)
                .with(filter)
                .with(new Sort("latency", false))
                .with(List.of("input", "neck"));
        assertThat(Screen.parse(screen.parameters())).isEqualTo(screen);
        assertThat(Screen.USUAL.parameters()).isEmpty();
        assertThat(Screen.parse(Screen.USUAL.with(List.of()).parameters()).axes())
                .contains(List.of());
    }

    @Test
    void whatAnAddressCannotMeanIsPassedOver() {
        Screen odd = Screen.parse(Map.of(
                "x", List.of("beauty"),
                "sort", List.of("-beauty"),
                "state", List.of("asleep"),
                "latency", List.of("fast"),
                "macs", List.of("NaN..3"),
                "unknown", List.of("1..2")));
        assertThat(odd).isEqualTo(Screen.USUAL);
    }

    @Test
    void aSampleHoldsWhatLiesAloneAndHardlyChangesAsTrialsCome() {
        int[] numbers = IntStream.range(0, 10_000).toArray();
        int[] sample = Sample.of(numbers, 500);
        assertThat(sample).hasSize(500).isSorted().doesNotHaveDuplicates();
        int[] later = Sample.of(IntStream.range(0, 10_100).toArray(), 500);
        assertThat(Arrays.stream(sample).filter(number -> Arrays.binarySearch(later, number) >= 0))
                .hasSizeGreaterThan(480);
        int[] scored = board.numbers().filter(board::evaluated).toArray();
        int[] drawn = Sample.of(scored, 3, board, Objective.LATENCY, Objective.MAP50_95);
        int slowest = Arrays.stream(scored)
                .boxed()
                .max((a, b) -> Double.compare(
                        board.trials().value(Objective.LATENCY, a),
                        board.trials().value(Objective.LATENCY, b)))
                .orElseThrow();
        assertThat(drawn).contains(slowest).hasSizeGreaterThan(3);
    }

    @Test
    void aRangeIsReadAsItIsWritten() {
        for (Range range : List.of(
                new Range(2, 5.25),
                new Range(Double.NEGATIVE_INFINITY, 3),
                new Range(0.3333, Double.POSITIVE_INFINITY),
                new Range(1e6, 4.5e9))) {
            assertThat(Range.parse(range.text())).contains(range);
        }
        assertThat(Range.parse("5..2")).contains(new Range(2, 5));
        assertThat(Range.parse("..")).isEmpty();
    }
}
