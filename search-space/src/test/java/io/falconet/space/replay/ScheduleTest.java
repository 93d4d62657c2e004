package io.falconet.space.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.falconet.space.study.StudySpec.StrategySpec;
import io.falconet.space.table.Genes;
import io.falconet.space.table.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTest {
    private static final StrategySpec EVOLUTION = new StrategySpec(StrategySpec.EVOLUTION, 12);

    @TempDir
    private Path folder;

    private TableProblem problem;

    @BeforeEach
    void tableOfAThousandNetworks() throws IOException {
        StringBuilder table = new StringBuilder("genes,score,minutes\n");
        for (int i = 0; i < 1_000; i++) {
            table.append("%03d,%d,%d%n".formatted(i, i / 100 + i / 10 % 10 + i % 10, 1 + i % 7));
        }
        Path file = Files.writeString(folder.resolve("thousand.csv"), table);
        ResultTable results = ResultTable.read(file);
        problem = new TableProblem(
                results, Genes.of(results, "digits:genes"), List.of(TableObjective.parse("score:max")));
    }

    @Test
    void workersAreBusyAsLongAsTheLagLeavesThemWork() {
        RunTimes times = RunTimes.drawn(10);
        Schedule.Played alone = schedule(1, 1, times).run(1);
        assertThat(alone.busy()).isEqualTo(1, within(1e-9));
        Schedule.Played enough = schedule(8, 32, times).run(1);
        assertThat(enough.busyUntilLastStart()).isGreaterThan(0.95);
        assertThat(schedule(8, 8, times).run(1).busyUntilLastStart()).isLessThan(enough.busyUntilLastStart() - 0.05);
        assertThat(enough.duration() * enough.busy() * 8).isEqualTo(work(enough, times), within(1e-6));
    }

    @Test
    void equalRunTimesLeaveNobodyWaiting() {
        Schedule.Played played = schedule(8, 8, RunTimes.drawn(1)).run(3);
        assertThat(played.duration()).isEqualTo(400 / 8.0, within(1e-9));
        assertThat(played.busy()).isEqualTo(1, within(1e-9));
    }

    /** A replay ends where the best is found, workers go on. */
    @Test
    void howFastWorkersAreChangesNoSequence() {
        List<double[]> expected = new Replay(problem, EVOLUTION, 400, 32).run(5).points();
        assertThat(expected).hasSizeGreaterThan(32);
        for (int workers : new int[] {1, 2, 8}) {
            List<double[]> points =
                    schedule(workers, 32, RunTimes.drawn(100)).run(5).trace().points();
            assertThat(points.subList(0, expected.size()).toArray(double[][]::new))
                    .as("%d workers", workers)
                    .isDeepEqualTo(expected.toArray(double[][]::new));
        }
    }

    @Test
    void recordedTimesAreThoseOfTheNetworks() {
        ResultTable results = ResultTable.read(folder.resolve("thousand.csv"));
        Schedule.Played played =
                schedule(1, 1, problem.recorded(results.numbers("minutes"))).run(1);
        assertThat(played.duration()).isBetween(400.0, 2_800.0);
        assertThat(played.duration() % 1).isZero();
    }

    @Test
    void aLagUnderTheWorkersIsRefused() {
        assertThatThrownBy(() -> schedule(8, 4, RunTimes.drawn(10)))
                .hasMessageContaining("a lag of at least as many as there are workers");
        assertThatThrownBy(() -> RunTimes.drawn(0.5)).hasMessageContaining("found 0.5");
    }

    private Schedule schedule(int workers, int lag, RunTimes times) {
        return new Schedule(new Replay(problem, EVOLUTION, 400, lag), workers, times);
    }

    private static double work(Schedule.Played played, RunTimes times) {
        double work = 0;
        for (int child = 0; child < played.trace().points().size(); child++) {
            work += times.of(null, child, 1);
        }
        return work;
    }
}
