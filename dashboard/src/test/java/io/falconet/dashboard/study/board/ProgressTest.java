package io.falconet.dashboard.study.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
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
        Progress progress = progress(StudyState.RUNNING, 5, START.plusSeconds(150));
        assertThat(progress.perMinute()).isEqualTo(2);
        assertThat(progress.left()).contains(Duration.ofSeconds(30 * 15));
        assertThat(progress.elapsed()).isEqualTo(Duration.ofSeconds(150));
        assertThat(progress.share()).isEqualTo(0.25);
    }

    @Test
    void beforeTheSecondTrialThereIsNoPace() {
        Progress progress = progress(StudyState.RUNNING, 1, START);
        assertThat(progress.perMinute()).isNaN();
        assertThat(progress.left()).isEmpty();
    }

    @Test
    void aStudyThatDoesNotRunHasNoTimeLeft() {
        assertThat(progress(StudyState.STOPPED, 5, START).left()).isEmpty();
    }

    @Test
    void aDriverThatFellSilentLeavesNoTime() {
        Progress progress = progress(StudyState.RUNNING, 5, START.plusSeconds(300));
        assertThat(progress.silent()).isTrue();
        assertThat(progress.left()).isEmpty();
    }

    @Test
    void theFinalFrontCounts() {
        Progress progress = progress(StudyState.RUNNING, 23, START.plusSeconds(700));
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

    /** With a trial every half minute. */
    private static Progress progress(StudyState state, int finished, Instant now) {
        List<Instant> ends = IntStream.range(Math.max(0, finished - 11), finished)
                .mapToObj(number -> START.plusSeconds(30L * (number + 1)))
                .toList();
        return Progress.of(study(state), finished, finished, ends, now);
    }
}
