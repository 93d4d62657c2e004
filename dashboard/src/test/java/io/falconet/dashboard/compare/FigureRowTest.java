package io.falconet.dashboard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.dashboard.compare.FigureRow.Cell;
import io.falconet.dashboard.compare.FigureRow.Standing;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureRowTest {
    private static final Compared UNFINISHED = new Compared(0, null, Optional.empty(), Optional.empty());

    @Test
    void theBestOfEachFigureIsMarked() {
        List<FigureRow> rows = FigureRow.of(List.of(trial(0.4, 10, "pi", 2000), trial(0.5, 20, "pi", 1000)));
        assertThat(standings(rows, "mAP50-95")).containsExactly(Standing.NONE, Standing.BEST);
        assertThat(standings(rows, "latency")).containsExactly(Standing.BEST, Standing.NONE);
        assertThat(standings(rows, "parameters")).containsExactly(Standing.NONE, Standing.BEST);
    }

    @Test
    void latenciesWhoseIntervalsOverlapTie() {
        List<FigureRow> rows =
                FigureRow.of(List.of(trial(0.4, 10, "pi", 1), trial(0.4, 10.05, "pi", 2), trial(0.3, 12, "pi", 3)));
        assertThat(standings(rows, "latency")).containsExactly(Standing.TIED, Standing.TIED, Standing.NONE);
        assertThat(standings(rows, "mAP50-95")).containsExactly(Standing.TIED, Standing.TIED, Standing.NONE);
    }

    @Test
    void onDifferentDevicesNoneIsFaster() {
        List<FigureRow> rows = FigureRow.of(List.of(trial(0.4, 10, "pi", 1), trial(0.5, 90, "phone", 1)));
        assertThat(standings(rows, "latency")).containsOnly(Standing.NONE);
    }

    @Test
    void whatHasNothingBesideItIsNotBest() {
        List<FigureRow> rows = FigureRow.of(List.of(UNFINISHED, trial(0.4, 10, "pi", 1)));
        assertThat(rows)
                .flatExtracting(FigureRow::cells)
                .extracting(Cell::standing)
                .containsOnly(Standing.NONE);
        assertThat(rows).extracting(FigureRow::name).doesNotContain("mAP large objects");
        assertThat(FigureRow.of(List.of(UNFINISHED, UNFINISHED))).isEmpty();
    }

    private static List<Standing> standings(List<FigureRow> rows, String name) {
        return rows.stream()
                .filter(row -> row.name().equals(name))
                .flatMap(row -> row.cells().stream())
                .map(Cell::standing)
                .toList();
    }

    /** Timed to within one percent. */
    private static Compared trial(double map, double millis, String device, long parameters) {
        long median = (long) (1e6 * millis);
        Evaluated outcome = new Evaluated(
                new Complexity(parameters, parameters, parameters, 5 * parameters),
                new Accuracy(map, map, map, map, map, Double.NaN),
                Optional.of(new LatencyReport(
                        new DeviceProfile(device, "arm", "ORT", 1),
                        1,
                        9,
                        median,
                        median - median / 100,
                        median + median / 100,
                        5)),
                List.of(),
                new Provenance(1, "1", "", new Fidelity(1, 0, 1), Map.of(), Instant.EPOCH, Duration.ZERO));
        return new Compared(0, null, Optional.of(outcome), Optional.empty());
    }
}
