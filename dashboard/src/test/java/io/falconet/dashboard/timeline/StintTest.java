package io.falconet.dashboard.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.results.TrialRecord;
import io.falconet.results.TrialReference;
import io.falconet.results.TrialState;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.outcome.Pruned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StintTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Fidelity FIDELITY = new Fidelity(1, 0, 1);

    @Test
    void whatRunsAtOnceIsOnLanesBesideEachOther() {
        List<Stint> stints = Stint.of(
                List.of(ended(0, 0, 10), ended(1, 2, 10), ended(2, 10, 5), ended(3, 12, 5)), START.plusSeconds(60));
        assertThat(stints).extracting(Stint::lane).containsExactly(0, 1, 0, 1);
    }

    @Test
    void noLaneHasTwoAtOnceAndThereAreNoMoreThanThatTakes() {
        Random random = new Random(3);
        List<TrialRecord> trials = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            trials.add(ended(number, random.nextInt(1000), 1 + random.nextInt(60)));
        }
        List<Stint> stints = Stint.of(trials, START);
        int most = 0;
        for (Stint one : stints) {
            List<Stint> beside = stints.stream()
                    .filter(other ->
                            !other.from().isAfter(one.from()) && other.to().isAfter(one.from()))
                    .toList();
            assertThat(beside).extracting(Stint::lane).doesNotHaveDuplicates();
            most = Math.max(most, beside.size());
        }
        assertThat(stints.stream().mapToInt(Stint::lane).max().orElseThrow()).isEqualTo(most - 1);
    }

    @Test
    void whatIsInFlightLastsUntilNowAndWhatWasReusedDidNotRun() {
        TrialRecord running = record(4, TrialState.RUNNING, Optional.empty(), Optional.empty());
        TrialRecord reused =
                record(5, TrialState.PRUNED, Optional.of(pruned(0, 5)), Optional.of(new TrialReference("demo", 1)));
        assertThat(Stint.of(List.of(running, reused), START.plusSeconds(60)))
                .containsExactly(new Stint(running, START, START.plusSeconds(60), 0));
    }

    private static TrialRecord ended(int number, long from, long seconds) {
        return record(number, TrialState.PRUNED, Optional.of(pruned(from, seconds)), Optional.empty());
    }

    private static Outcome pruned(long from, long seconds) {
        return new Pruned(
                "no hope",
                new Provenance(1, "1", "", FIDELITY, Map.of(), START.plusSeconds(from), Duration.ofSeconds(seconds)));
    }

    private static TrialRecord record(
            int number, TrialState state, Optional<Outcome> outcome, Optional<TrialReference> reused) {
        return new TrialRecord(
                1,
                number,
                "toy:a=1",
                "n" + number,
                FIDELITY,
                Optional.empty(),
                state,
                outcome,
                START,
                outcome.map(ended -> START),
                reused);
    }
}
