package io.falconet.dashboard.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialState;
import io.falconet.space.outcome.Fidelity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void thePaceIsThatOfTheLatestTrials() {
        Progress progress = Progress.of(study(StudyState.RUNNING), trials(5), START.plusSeconds(150));
        assertThat(progress.perMinute()).isEqualTo(2);
        assertThat(progress.left()).contains(Duration.ofSeconds(30 * 15));
        assertThat(progress.elapsed()).isEqualTo(Duration.ofSeconds(150));
        assertThat(progress.share()).isEqualTo(0.25);
    }

    @Test
    void beforeTheSecondTrialThereIsNoPace() {
        Progress progress = Progress.of(study(StudyState.RUNNING), trials(1), START);
        assertThat(progress.perMinute()).isNaN();
        assertThat(progress.left()).isEmpty();
    }

    @Test
    void aStudyThatDoesNotRunHasNoTimeLeft() {
        assertThat(Progress.of(study(StudyState.STOPPED), trials(5), START).left())
                .isEmpty();
    }

    @Test
    void aDriverThatFellSilentLeavesNoTime() {
        Progress progress = Progress.of(study(StudyState.RUNNING), trials(5), START.plusSeconds(300));
        assertThat(progress.silent()).isTrue();
        assertThat(progress.left()).isEmpty();
    }

    @Test
    void theFinalFrontCounts() {
        Progress progress = Progress.of(study(StudyState.RUNNING), trials(23), START.plusSeconds(700));
        assertThat(progress.planned()).isEqualTo(23);
        assertThat(progress.share()).isEqualTo(1);
        assertThat(progress.left()).isEmpty();
    }

    private static StudyRecord study(StudyState state) {
        return new StudyRecord(
                1,
                "s",
                "",
                state,
                20,
                0,
                START,
                Optional.of(START),
                Optional.empty(),
                Optional.of(START.plusSeconds(140)),
                Optional.empty(),
                Optional.empty());
    }

    /** A trial every half minute. */
    private static List<TrialRecord> trials(int finished) {
        return IntStream.range(0, finished)
                .mapToObj(number -> new TrialRecord(
                        1,
                        number,
                        "",
                        "",
                        new Fidelity(1, 0, 1),
                        Optional.empty(),
                        TrialState.EVALUATED,
                        Optional.empty(),
                        START,
                        Optional.of(START.plusSeconds(30L * (number + 1))),
                        Optional.empty()))
                .toList();
    }
}
